package io.unifiedcommerce.smt;

import io.unifiedcommerce.channel.config.PluginVersion;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Removes personal data from a record's value: fields named by path, such as {@code customer_snapshot.email} or
 * {@code identifiers.value_raw}, are dropped or replaced by a keyed hash, which still joins equal values. Reads Structs and
 * maps; a path that a record does not have is no error, since records of several entities may pass.
 */
public final class MaskPersonalData<R extends ConnectRecord<R>> implements Transformation<R>, Versioned {
    static final String DROP = "drop.fields";
    static final String HASH = "hash.fields";
    static final String SALT = "hash.salt";

    static final ConfigDef DEF = new ConfigDef()
            .define(
                    DROP,
                    Type.LIST,
                    List.of(),
                    Importance.HIGH,
                    "Paths of fields that are removed; a required text becomes empty.",
                    "Fields",
                    1,
                    Width.LONG,
                    "Fields to drop")
            .define(
                    HASH,
                    Type.LIST,
                    List.of(),
                    Importance.HIGH,
                    "Paths of texts that are replaced by their HMAC-SHA-256 in hex.",
                    "Fields",
                    2,
                    Width.LONG,
                    "Fields to hash")
            .define(
                    SALT,
                    Type.PASSWORD,
                    "",
                    Importance.HIGH,
                    "Key of the hash. Without it, anybody could find an address by hashing guesses.",
                    "Fields",
                    3,
                    Width.MEDIUM,
                    "Salt");

    private List<FieldMask> masks = List.of();

    @Override
    public void configure(Map<String, ?> values) {
        AbstractConfig config = new AbstractConfig(DEF, values);
        String salt = config.getPassword(SALT).value();
        if (!config.getList(HASH).isEmpty() && salt.isEmpty()) {
            throw new ConfigException(SALT, null, "set it when " + HASH + " names fields");
        }
        masks = Stream.concat(
                        config.getList(DROP).stream().map(path -> mask(path, value -> null)),
                        config.getList(HASH).stream().map(path -> mask(path, value -> hash(salt, value))))
                .toList();
    }

    private static FieldMask mask(String path, UnaryOperator<Object> mask) {
        return new FieldMask(List.of(path.trim().split("\\.")), mask);
    }

    @Override
    public R apply(R record) {
        Object value = record.value();
        for (FieldMask mask : masks) {
            value = mask.apply(value);
        }
        return value == record.value()
                ? record
                : record.newRecord(
                        record.topic(),
                        record.kafkaPartition(),
                        record.keySchema(),
                        record.key(),
                        record.valueSchema(),
                        value,
                        record.timestamp(),
                        record.headers());
    }

    private static Object hash(String salt, Object value) {
        if (!(value instanceof String text)) {
            throw new DataException("only texts can be hashed, not "
                    + value.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public ConfigDef config() {
        return DEF;
    }

    @Override
    public String version() {
        return PluginVersion.of(MaskPersonalData.class);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
