package io.unifiedcommerce.channels.shopify;

/**
 * What one window may hold; a window beyond it is read in halves.
 *
 * @param rows lines of a file; some 100 bytes are kept for each at the top
 * @param openRows lines held at once, because their families are not complete
 */
record BulkLimits(long rows, long openRows) {
    static final BulkLimits DEFAULT = new BulkLimits(250_000, 20_000);
}
