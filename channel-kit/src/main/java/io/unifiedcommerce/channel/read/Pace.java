package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How closely an operator wants streams followed, where that differs from the channel's manifest: quotas and the size of a
 * shop decide it, not the platform alone.
 *
 * @param lag how long changes may take to appear in listings; null for the manifest's word
 * @param overlap how far each window reaches back over the last; null likewise
 * @param scanEvery time between two whole passes; null likewise
 */
public record Pace(Duration lag, Duration overlap, Duration scanEvery) {

    /** The manifest with every stream read at this pace. */
    public ApiManifest applyTo(ApiManifest manifest) {
        Map<String, StreamSpec> streams = new LinkedHashMap<>();
        manifest.streams().forEach((name, stream) -> streams.put(name, paced(stream)));
        return manifest.withStreams(streams);
    }

    private StreamSpec paced(StreamSpec stream) {
        return stream.reading(paced(stream.read()), paced(stream.backfill()));
    }

    private StreamSpec.ReadSpec paced(StreamSpec.ReadSpec read) {
        return read == null ? null : read.following(paced(read.cursor()));
    }

    private CursorSpec paced(CursorSpec cursor) {
        if (cursor instanceof CursorSpec.Time time) {
            return new CursorSpec.Time(
                    time.field(),
                    time.format(),
                    time.requestFormat(),
                    time.zone(),
                    overlap == null ? time.overlap() : overlap,
                    lag == null ? time.lag() : lag,
                    time.window(),
                    time.sorted());
        }
        if (scanEvery != null && cursor instanceof CursorSpec.Sliding sliding) {
            return sliding.every(scanEvery);
        }
        return cursor instanceof CursorSpec.Scan && scanEvery != null ? new CursorSpec.Scan(scanEvery) : cursor;
    }
}
