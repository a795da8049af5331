package io.unifiedcommerce.smt;

import io.unifiedcommerce.channel.config.PluginVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.transforms.predicates.Predicate;

/**
 * What the predicates share: one value of the record is compared with a list. It is read from the envelope of a unified event,
 * else from the headers of a platform's own record.
 */
abstract class ProvenancePredicate<R extends ConnectRecord<R>> implements Predicate<R>, Versioned {
    private final String option;
    private final String header;
    private final String envelopeField;
    private final ConfigDef config;
    private Set<String> wanted = Set.of();

    ProvenancePredicate(String option, String header, String envelopeField, String doc) {
        this.option = option;
        this.header = header;
        this.envelopeField = envelopeField;
        this.config = new ConfigDef()
                .define(
                        option,
                        Type.LIST,
                        ConfigDef.NO_DEFAULT_VALUE,
                        Importance.HIGH,
                        doc,
                        "Match",
                        1,
                        Width.MEDIUM,
                        option);
    }

    @Override
    public void configure(Map<String, ?> values) {
        Object list = config.parse(values).get(option);
        wanted = Set.copyOf(((List<?>) list).stream().map(String::valueOf).toList());
    }

    @Override
    public boolean test(R record) {
        Object value = envelope(record);
        return wanted.contains(value == null ? Origins.header(record, header, "") : value.toString());
    }

    private Object envelope(R record) {
        if (record.value() instanceof Struct struct && struct.schema().field("envelope") != null) {
            return struct.getStruct("envelope").get(envelopeField);
        }
        return record.value() instanceof Map<?, ?> map && map.get("envelope") instanceof Map<?, ?> envelope
                ? envelope.get(envelopeField)
                : null;
    }

    @Override
    public ConfigDef config() {
        return config;
    }

    @Override
    public String version() {
        return PluginVersion.of(ProvenancePredicate.class);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
