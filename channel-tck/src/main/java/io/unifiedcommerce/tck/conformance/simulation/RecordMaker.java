package io.unifiedcommerce.tck.conformance.simulation;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.tck.conformance.sample.Bodies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes records that hold just what reading needs, at the places that a manifest names. */
final class RecordMaker {
    /** Tells a record's version, whatever the manifest takes for one. */
    static final String REVISION = "simulated_revision";

    private final ApiManifest manifest;

    RecordMaker(ApiManifest manifest) {
        this.manifest = manifest;
    }

    /** A record of a stream, with one record of each stream inside it. */
    Map<String, Object> record(String stream, Row row) {
        StreamSpec spec = manifest.streams().get(stream);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put(REVISION, (long) row.version());
        if (spec.version() != null) {
            Bodies.put(record, spec.version(), "v" + row.version());
        }
        Stream.of(spec.read(), spec.backfill())
                .flatMap(Stream::ofNullable)
                .forEach(read -> cursor(record, read.cursor(), row));
        Bodies.put(record, spec.id(), row.idText());
        manifest.streams().forEach((name, child) -> {
            if (child.from() != null && child.from().stream().equals(stream)) {
                Optional<StreamSpec.EnrichSpec> enrich =
                        enrichment(spec, child.from().path());
                Optional<StreamSpec.LookupSpec> lookup =
                        lookup(spec, child.from().path());
                if (enrich.isPresent()) {
                    asked(record, enrich.get());
                } else if (lookup.isPresent()) {
                    Bodies.put(record, lookup.get().ids().get(0), row.idText());
                } else if (child.from().path().equals("$")) {
                    record(name, row).forEach(record::putIfAbsent);
                } else if (Path.parse(child.from().path()).get(record) instanceof Map<?, ?> only) {
                    // The one record inside it, at which the parent's own paths point.
                    Map<String, Object> whole = new LinkedHashMap<>(record(name, row));
                    only.forEach((key, value) -> whole.put(String.valueOf(key), value));
                    Bodies.put(record, child.from().path(), whole);
                } else {
                    Bodies.put(record, child.from().path(), List.of(record(name, row)));
                }
            }
        });
        return record;
    }

    /** What the answer to an enrichment or look-up of a stream's record holds: the records of the streams that it brings. */
    List<Map<String, Object>> enrichment(String stream, String into, Row row) {
        return manifest.streams().entrySet().stream()
                .filter(entry -> entry.getValue().from() != null)
                .filter(entry -> entry.getValue().from().stream().equals(stream)
                        && entry.getValue().from().path().equals(into))
                .map(entry -> record(entry.getKey(), row))
                .toList();
    }

    private static void cursor(Map<String, Object> record, CursorSpec cursor, Row row) {
        if (cursor instanceof CursorSpec.Time time) {
            Bodies.put(record, time.field(), TimeText.write(row.changedAt(), time.format()));
        } else if (cursor instanceof CursorSpec.Sliding sliding) {
            Bodies.put(record, sliding.field(), TimeText.write(row.changedAt(), sliding.format()));
        } else if (cursor instanceof CursorSpec.Id id) {
            Bodies.put(record, id.field(), row.idText());
        } else if (cursor instanceof CursorSpec.Version version) {
            Bodies.put(record, version.field(), row.sequence());
        }
    }

    private static Optional<StreamSpec.EnrichSpec> enrichment(StreamSpec spec, String path) {
        return spec.enrich().stream()
                .filter(enrich -> enrich.into().equals(path))
                .findFirst();
    }

    private static Optional<StreamSpec.LookupSpec> lookup(StreamSpec spec, String path) {
        return spec.lookups().stream()
                .filter(lookup -> lookup.into().equals(path))
                .findFirst();
    }

    private static void asked(Map<String, Object> record, StreamSpec.EnrichSpec enrich) {
        if (enrich.when() != null) {
            Bodies.put(record, enrich.when(), true);
        }
        if (enrich.startToken() != null) {
            Bodies.put(record, enrich.startToken(), "0");
        }
    }
}
