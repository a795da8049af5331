package io.unifiedcommerce.tck.fake.cegid;

import java.util.List;

/** The page that a request's pager asks for; pages are numbered from 1. */
record Paging(int index, int size) {
    /** What the real bound is, is not known. */
    private static final int LARGEST = 500;

    static Paging of(Member request) {
        Member pager = request.inner("Pager", "PageIndex PageSize");
        Paging paging = new Paging(pager.number("PageIndex"), pager.number("PageSize"));
        if (paging.index < 1 || paging.size < 1 || paging.size > LARGEST) {
            throw SoapFault.business("Pager is out of range");
        }
        return paging;
    }

    <T> List<T> of(List<T> rows) {
        return rows.stream().skip((index - 1L) * size).limit(size).toList();
    }
}
