package io.unifiedcommerce.flink.inventory.core;

/**
 * Units set aside, as they are kept.
 *
 * @param active false once consumed, released or expired
 * @param until when it ends by itself ({@link Line#UNKNOWN} for never); once it has ended, when that was seen
 */
public record Reservation(String version, String location, long quantity, boolean active, long until) {

    long units() {
        return active ? quantity : 0;
    }
}
