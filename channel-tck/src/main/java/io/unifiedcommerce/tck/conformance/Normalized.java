package io.unifiedcommerce.tck.conformance;

import io.unifiedcommerce.channel.mapping.MappingException;
import io.unifiedcommerce.channel.mapping.NormalizedEvent;
import io.unifiedcommerce.channel.mapping.Provenance;
import io.unifiedcommerce.model.StructJson;
import io.unifiedcommerce.tck.conformance.sample.SampleOrigin;
import io.unifiedcommerce.tck.conformance.sample.SampleRecord;
import java.util.Optional;
import java.util.function.Supplier;

/** What came of normalising a record. */
sealed interface Normalized {

    /** It became an event that every converter can write. */
    record Event(NormalizedEvent event) implements Normalized {
        String id() {
            return text("event_id");
        }

        String entityId() {
            return text("entity_id");
        }

        String sourceVersion() {
            return text("source_version");
        }

        private String text(String field) {
            return event.value().getStruct("envelope").getString(field);
        }
    }

    /** It tells that its entity is gone. */
    record Tombstone(String key) implements Normalized {}

    /** Its mapping says that it is no event. */
    record Nothing() implements Normalized {}

    /** It does not map: the record's own fault. */
    record Refused(MappingException cause) implements Normalized {}

    /** Something else went wrong, which would stop a task. */
    record Broken(Throwable cause) implements Normalized {
        @Override
        public String toString() {
            return cause.getClass().getName() + ": " + cause.getMessage();
        }
    }

    StructJson JSON = new StructJson();

    /** Normalises a record in the place of a sample's. */
    static Normalized of(Subject subject, SampleRecord sample, Object record) {
        return of(subject, record, SampleOrigin.of(subject.channel(), sample.stream(), sample.captureMode()));
    }

    /** Normalises a record. */
    static Normalized of(Subject subject, Object record, Provenance provenance) {
        return of(() -> subject.normalizer().normalize(record, provenance));
    }

    /** What comes of a normalisation. */
    static Normalized of(Supplier<Optional<NormalizedEvent>> normalisation) {
        try {
            NormalizedEvent event = normalisation.get().orElse(null);
            if (event == null) {
                return new Nothing();
            }
            if (event.value() == null) {
                return new Tombstone(event.key());
            }
            event.value().validate();
            JSON.write(event.value());
            return new Event(event);
        } catch (MappingException refused) {
            return new Refused(refused);
        } catch (RuntimeException | StackOverflowError broken) {
            return new Broken(broken);
        }
    }
}
