package io.unifiedcommerce.tck.fake.shopify;

/** Where a bulk operation stands in its outermost connection. Used by one thread. */
final class BulkSlice {
    static final int SIZE = 500;

    private String cursor;
    private boolean more = true;

    String cursor() {
        return cursor;
    }

    boolean more() {
        return more;
    }

    void advance(String endCursor, boolean hasMore) {
        cursor = endCursor;
        more = hasMore;
    }
}
