package io.unifiedcommerce.pos;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.mapping.NormalizedEvent;
import io.unifiedcommerce.channel.mapping.Normalizer;
import io.unifiedcommerce.channel.mapping.Provenance;
import io.unifiedcommerce.channel.record.RecordHeaders;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Turns the records of a till into unified events, as the transform does behind the source. */
final class Unified {
    private static final ChannelFolder FOLDER = ChannelFolders.builtIn().named("unicenta-opos");
    private static final Normalizer NORMALIZER = Normalizer.of(FOLDER, FOLDER.manifest());

    private Unified() {}

    static Optional<NormalizedEvent> event(SourceRecord record) {
        return NORMALIZER.normalize(
                record.value(),
                new Provenance(
                        header(record, RecordHeaders.TENANT),
                        header(record, RecordHeaders.CHANNEL),
                        header(record, RecordHeaders.INSTANCE),
                        header(record, RecordHeaders.STREAM),
                        header(record, RecordHeaders.CAPTURE_MODE),
                        Instant.parse(header(record, RecordHeaders.CAPTURED_AT))));
    }

    /** The entity of an event that must be there. */
    static Struct entity(SourceRecord record) {
        return event(record).orElseThrow().value();
    }

    private static String header(SourceRecord record, String name) {
        return record.headers().lastWithName(name).value().toString();
    }
}
