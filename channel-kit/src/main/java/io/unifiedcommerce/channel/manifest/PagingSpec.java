package io.unifiedcommerce.channel.manifest;

/** How a listing goes on after its first page. */
public sealed interface PagingSpec {

    /** All records come in one answer. */
    @Kind("single")
    record Single(
            @Setting(
                    value = "most records of an answer (${page.size}); one that holds so many may lack some and is "
                            + "refused; 0 for no bound",
                    byDefault = "0")
            int most)
            implements PagingSpec {

        /** Without a bound. */
        public Single() {
            this(0);
        }
    }

    /** An opaque token in the answer's body asks for the next page ({@code ${page.token}}). */
    @Kind("token")
    record Token(
            @Setting(value = "records asked for per page", byDefault = "100")
            int size,

            @Setting("path of the next token") String next,

            @Setting(value = "path of a flag that says whether there is a next page", optional = true)
            String more)
            implements PagingSpec {}

    /** Pages are numbered ({@code ${page.number}}); a page with fewer records than asked for is the last. */
    @Kind("number")
    record PageNumber(
            @Setting(value = "records asked for per page", byDefault = "100")
            int size,

            @Setting(value = "number of the first page", byDefault = "1")
            int first,

            @Setting(
                    value = "path of the number of all records: the page that reaches it is the last, full or not; for "
                            + "platforms that repeat their last page for ever",
                    optional = true)
            String total)
            implements PagingSpec {}

    /** Pages start at an offset ({@code ${page.offset}}); a page with fewer records than asked for is the last. */
    @Kind("offset")
    record Offset(
            @Setting(value = "records asked for per page", byDefault = "100")
            int size,

            @Setting(
                    value = "records that the platform gives of one query at most; windows with more are cut in half",
                    optional = true)
            Integer most)
            implements PagingSpec {}

    /** The answer names the address of the next page: in its Link header (RFC 8288) or in its body. */
    @Kind("link")
    record Link(
            @Setting(value = "records asked for per page", byDefault = "100")
            int size,

            @Setting(
                    value = "path of the next page's address in the answer's body; the Link header when left out",
                    optional = true)
            String next)
            implements PagingSpec {}

    /**
     * The listing is sorted by the cursor field and each page starts it anew after the last value seen ({@code ${cursor.value}},
     * not inclusive). Only a page without records is the last: the platform may cut pages shorter than asked for.
     */
    @Kind("after")
    record After(
            @Setting(value = "records asked for per page", byDefault = "100")
            int size,

            @Setting(value = "value that whole passes (cursor scan, sorted by id) start after", optional = true)
            String start)
            implements PagingSpec {}

    /**
     * The listing is sorted by the cursor field and each full page starts it anew at the last value seen
     * ({@code ${cursor.value}}); pages are numbered ({@code ${page.number}}, or counted in records by {@code ${page.offset}})
     * only inside a run of equal values. Rows that change while the listing is read can then shift nothing.
     */
    @Kind("keyset")
    record Keyset(
            @Setting(value = "records asked for per page", byDefault = "100")
            int size,

            @Setting(value = "number of the first page", byDefault = "1")
            int first,

            @Setting(
                    value = "path of the number of all records: the page that reaches it is the last, full or not; for "
                            + "platforms that repeat their last page for ever",
                    optional = true)
            String total,

            @Setting(
                    value =
                            "path that has a value when records follow, for platforms that may give fewer than asked for;"
                                    + " a page with fewer is the last when left out",
                    optional = true)
            String more)
            implements PagingSpec {}
}
