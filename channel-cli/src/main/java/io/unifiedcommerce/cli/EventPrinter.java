package io.unifiedcommerce.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.mapping.MappingException;
import io.unifiedcommerce.channel.mapping.NormalizedEvent;
import io.unifiedcommerce.channel.mapping.Normalizer;
import io.unifiedcommerce.channel.mapping.Provenance;
import io.unifiedcommerce.channel.read.Capture;
import io.unifiedcommerce.channel.read.Emission;
import io.unifiedcommerce.channel.record.RecordJson;
import io.unifiedcommerce.model.StructJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

/** Prints each record's unified event as a sink would read it, and counts what came of records. */
final class EventPrinter {
    private final ChannelConfig config;
    private final boolean raw;
    private final PrintWriter out;
    private final Clock clock;
    private final Normalizer normalizer;
    private final StructJson structs = new StructJson();
    private final JsonMapper json = new JsonMapper();
    private int records;
    private int events;
    private int deadLetters;

    /** @param raw whether the platform's own record is printed, too */
    EventPrinter(ChannelConfig config, boolean raw, PrintWriter out, Clock clock) {
        this.config = config;
        this.raw = raw;
        this.out = out;
        this.clock = clock;
        this.normalizer = Normalizer.of(config.folder(), config.manifest());
    }

    void print(Emission emission, Capture capture) {
        records++;
        if (emission instanceof Emission.ChannelRecord record) {
            print(record, capture);
        } else if (emission instanceof Emission.UnreadableRecord unreadable) {
            deadLetters++;
            out.println(unreadable.stream() + " -> dead letter: " + unreadable.cause());
        }
    }

    private void print(Emission.ChannelRecord record, Capture capture) {
        String from = record.stream() + " " + record.id();
        if (raw) {
            out.println(from + " =");
            out.println(pretty(RecordJson.write(record.value())));
        }
        Provenance provenance = new Provenance(
                config.tenant(),
                config.folder().name(),
                config.instance(),
                record.stream(),
                capture.name(),
                clock.instant());
        try {
            Optional<NormalizedEvent> event = normalizer.normalize(record.value(), provenance);
            event.ifPresentOrElse(
                    found -> event(from, found),
                    () -> out.println(from + " -> no event: the mapping's 'when' leaves it out"));
        } catch (MappingException e) {
            deadLetters++;
            out.println(from + " -> dead letter: " + e.getMessage());
        }
    }

    private void event(String from, NormalizedEvent event) {
        events++;
        out.println(from + " -> " + event.entity().topic(config.topicPrefix()) + " " + event.key());
        if (event.value() != null) {
            out.println(pretty(structs.write(event.value())));
        }
    }

    private String pretty(byte[] text) {
        try {
            return json.readTree(text).toPrettyString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int records() {
        return records;
    }

    int deadLetters() {
        return deadLetters;
    }

    String summary() {
        return records + " records: " + events + " events, " + (records - events - deadLetters) + " left out, "
                + deadLetters + " dead letters";
    }
}
