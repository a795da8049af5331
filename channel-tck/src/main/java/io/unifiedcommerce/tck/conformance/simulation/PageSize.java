package io.unifiedcommerce.tck.conformance.simulation;

import io.unifiedcommerce.channel.manifest.PagingSpec;
import java.util.OptionalInt;

/** How many records a full page has. */
public final class PageSize {
    private PageSize() {}

    /** Empty when all records come in one answer. */
    public static OptionalInt of(PagingSpec paging) {
        if (paging instanceof PagingSpec.Token pages) {
            return OptionalInt.of(pages.size());
        } else if (paging instanceof PagingSpec.PageNumber pages) {
            return OptionalInt.of(pages.size());
        } else if (paging instanceof PagingSpec.Offset pages) {
            return OptionalInt.of(pages.size());
        } else if (paging instanceof PagingSpec.Keyset pages) {
            return OptionalInt.of(pages.size());
        } else if (paging instanceof PagingSpec.After pages) {
            return OptionalInt.of(pages.size());
        } else if (paging instanceof PagingSpec.Link pages) {
            return OptionalInt.of(pages.size());
        }
        return OptionalInt.empty();
    }
}
