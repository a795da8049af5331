package io.unifiedcommerce.smt;

import io.unifiedcommerce.channel.config.ContextFields;
import io.unifiedcommerce.channel.config.FolderDirectories;
import io.unifiedcommerce.channel.config.PluginVersion;
import io.unifiedcommerce.channel.manifest.ManifestException;
import io.unifiedcommerce.channel.mapping.MappingException;
import io.unifiedcommerce.channel.mapping.NormalizedEvent;
import io.unifiedcommerce.channel.mapping.Provenance;
import io.unifiedcommerce.channel.record.DeadLetterHeaders;
import io.unifiedcommerce.model.CloudEventHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Turns a platform's own record into a unified event: maps it as its channel's folder says, sets key and topic, and copies
 * the envelope to CloudEvents headers. Takes the maps of this project's sources, change events of Debezium and JSON text from
 * foreign topics. A record that is none of a channel's, and a tombstone, pass unchanged. A record that its mapping says is no
 * event is filtered. A record that does not map goes to the dead-letter topic, or fails with a {@link DataException} when
 * none is configured.
 *
 * <p>Pure and deterministic: the same record always gives the same event.
 */
public final class NormalizeCommerceEvent<R extends ConnectRecord<R>> implements Transformation<R>, Versioned {
    private NormalizeConfig config;
    private Origins origins;
    private ChannelNormalizers normalizers;
    private Map<String, Object> context;

    @Override
    public void configure(Map<String, ?> values) {
        config = new NormalizeConfig(values);
        origins = new Origins(config);
        normalizers =
                new ChannelNormalizers(FolderDirectories.folders(config.getList(NormalizeConfig.CHANNEL_FOLDERS)));
        ensureKnown(config.getString(NormalizeConfig.CHANNEL));
        Map<String, String> pairs = new LinkedHashMap<>();
        config.getList(NormalizeConfig.CONTEXT).forEach(entry -> {
            String[] pair = entry.split("=", 2);
            pairs.put(pair[0].trim(), pair.length > 1 ? pair[1].trim() : "");
        });
        context = ContextFields.of(pairs.keySet(), pairs);
    }

    /** What can be known before the first record is told before it. */
    private void ensureKnown(String channel) {
        try {
            if (!channel.isEmpty()) {
                normalizers.of(channel);
            }
        } catch (IllegalArgumentException | ManifestException e) {
            throw new ConfigException(NormalizeConfig.CHANNEL, channel, e.getMessage());
        }
    }

    @Override
    public R apply(R record) {
        Optional<Provenance> provenance = record.value() == null ? Optional.empty() : origins.of(record);
        return provenance.isEmpty() ? record : normalize(record, provenance.get());
    }

    private R normalize(R record, Provenance provenance) {
        try {
            return normalizers
                    .of(provenance.channel())
                    .normalize(withContext(ForeignRecord.read(record.value())), provenance)
                    .map(event -> event(record, event))
                    .orElse(null);
        } catch (MappingException | DataException e) {
            String topic = config.getString(NormalizeConfig.DEAD_LETTER_TOPIC);
            if (topic.isEmpty()) {
                throw new DataException(e.getMessage(), e);
            }
            return deadLetter(record, topic, e);
        }
    }

    @SuppressWarnings("unchecked")
    private Object withContext(Object value) {
        if (context.isEmpty() || !(value instanceof Map<?, ?> map) || map.containsKey("$context")) {
            return value;
        }
        Map<String, Object> extended = new LinkedHashMap<>((Map<String, Object>) map);
        extended.put("$context", context);
        return extended;
    }

    private R event(R record, NormalizedEvent event) {
        Headers headers = record.headers().duplicate();
        if (event.value() != null && config.getBoolean(NormalizeConfig.CLOUD_EVENTS)) {
            CloudEventHeaders.of(event.value().getStruct("envelope"))
                    .forEach((name, value) -> headers.addString(name, value));
        }
        return record.newRecord(
                event.entity().topic(config.getString(NormalizeConfig.TOPIC_PREFIX)),
                null,
                Schema.STRING_SCHEMA,
                event.key(),
                event.value() == null ? null : event.value().schema(),
                event.value(),
                record.timestamp(),
                headers);
    }

    private R deadLetter(R record, String topic, Exception cause) {
        Headers headers = record.headers().duplicate();
        headers.addString(DeadLetterHeaders.TOPIC, record.topic());
        headers.addString(DeadLetterHeaders.STAGE, "TRANSFORMATION");
        headers.addString(DeadLetterHeaders.CLASS, NormalizeCommerceEvent.class.getName());
        headers.addString(DeadLetterHeaders.EXCEPTION, cause.getClass().getName());
        headers.addString(DeadLetterHeaders.MESSAGE, cause.getMessage());
        return record.newRecord(
                topic,
                null,
                record.keySchema(),
                record.key(),
                Schema.STRING_SCHEMA,
                ForeignRecord.text(record.value()),
                record.timestamp(),
                headers);
    }

    @Override
    public ConfigDef config() {
        return NormalizeConfig.DEF;
    }

    @Override
    public String version() {
        return PluginVersion.of(NormalizeCommerceEvent.class);
    }

    @Override
    public void close() {
        normalizers = null;
    }
}
