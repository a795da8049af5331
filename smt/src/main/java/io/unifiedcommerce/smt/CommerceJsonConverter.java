package io.unifiedcommerce.smt;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.channel.config.PluginVersion;
import io.unifiedcommerce.model.StructJson;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;

/**
 * Writes unified events in their JSON form: amounts as text, instants in ISO-8601. Kafka's JsonConverter can write a Decimal
 * only as base64 or as a number, which many readers take for a double. Reads JSON as a map without schema; the sinks of this
 * project bind it to the unified types. Maps and texts of raw and dead-letter topics are written as they are.
 */
public final class CommerceJsonConverter implements Converter, Versioned {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private final StructJson structs = new StructJson();

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        // Nothing to configure: the form is the model's.
    }

    @Override
    public byte[] fromConnectData(String topic, Schema schema, Object value) {
        if (value == null) {
            return null;
        }
        try {
            return value instanceof Struct struct ? structs.write(struct) : JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new DataException("a value for topic " + topic + " cannot be written as JSON", e);
        }
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte[] value) {
        if (value == null) {
            return SchemaAndValue.NULL;
        }
        try {
            return new SchemaAndValue(null, JSON.readValue(value, Object.class));
        } catch (IOException e) {
            // Jackson's own message quotes the text, which may be personal.
            throw new DataException("a record of topic " + topic + " is not JSON", null);
        }
    }

    @Override
    public ConfigDef config() {
        return new ConfigDef();
    }

    @Override
    public String version() {
        return PluginVersion.of(CommerceJsonConverter.class);
    }
}
