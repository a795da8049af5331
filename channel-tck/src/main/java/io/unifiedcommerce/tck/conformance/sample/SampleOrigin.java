package io.unifiedcommerce.tck.conformance.sample;

import io.unifiedcommerce.channel.mapping.Provenance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Where and when samples are said to come from, so that their events are the same every time. */
public final class SampleOrigin {
    public static final String TENANT = "acme";
    public static final String INSTANCE = "shop-1";
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private SampleOrigin() {}

    /** The provenance of a sample's record. */
    public static Provenance of(String channel, String stream, String captureMode) {
        return of(channel, stream, captureMode, NOW);
    }

    /** The provenance of a sample's record that was captured at another time. */
    public static Provenance of(String channel, String stream, String captureMode, Instant capturedAt) {
        return new Provenance(TENANT, channel, INSTANCE, stream, captureMode, capturedAt);
    }
}
