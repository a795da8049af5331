package io.unifiedcommerce.flink.inventory.core;

/**
 * The newest count of a location by its authority: what is known of its stock starts here.
 *
 * @param asOf moment the count is true for, in the authority's clock
 * @param seq version of the count, for counts of the same moment
 * @param id event that brought it, so that equal versions still have one order everywhere
 */
record Anchor(long asOf, String seq, String id, long quantity, Measured measured) {

    boolean isNewerThan(Anchor other) {
        if (other == null || asOf != other.asOf) {
            return other == null || asOf > other.asOf;
        }
        int order = seq.compareTo(other.seq);
        return order == 0 ? id.compareTo(other.id) > 0 : order > 0;
    }
}
