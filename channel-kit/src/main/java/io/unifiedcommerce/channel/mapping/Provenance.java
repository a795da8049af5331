package io.unifiedcommerce.channel.mapping;

import java.time.Instant;

/**
 * Where a record comes from.
 *
 * @param stream name of the stream within the channel
 * @param captureMode WEBHOOK, POLL, CDC, SNAPSHOT, BACKFILL or REPLAY
 * @param capturedAt clock of the connector
 */
public record Provenance(
        String tenant, String channel, String instance, String stream, String captureMode, Instant capturedAt) {}
