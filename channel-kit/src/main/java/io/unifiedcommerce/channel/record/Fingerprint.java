package io.unifiedcommerce.channel.record;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/**
 * A stable hash of a record's content: equal for equal content whatever the order of its keys, so that a scan can tell what
 * changed and a record without a version still has one.
 */
public final class Fingerprint {
    private static final int PLAIN_SCALE = 100;

    private Fingerprint() {}

    /** The first 128 bits of SHA-256 over the canonical form, in hex. */
    public static String of(Object value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            feed(digest, value);
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void feed(MessageDigest digest, Object value) {
        if (value instanceof Map<?, ?> map) {
            digest.update((byte) '{');
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
            sorted.forEach((key, item) -> {
                feed(digest, key);
                feed(digest, item);
            });
            digest.update((byte) '}');
        } else if (value instanceof List<?> list) {
            digest.update((byte) '[');
            list.forEach(item -> feed(digest, item));
            digest.update((byte) ']');
        } else if (value instanceof Struct struct) {
            digest.update((byte) '{');
            for (Field field : struct.schema().fields()) {
                feed(digest, field.name());
                feed(digest, struct.get(field));
            }
            digest.update((byte) '}');
        } else {
            // 1.50 and 1.5 are the same content; a length prefix keeps neighbouring texts apart.
            String text = value instanceof BigDecimal decimal ? canonical(decimal) : String.valueOf(value);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((byte) (value == null ? 'n' : value instanceof String ? 's' : 'v'));
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
    }

    /** Written out, 1E+999999999 would fill the memory. */
    private static String canonical(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return Math.abs((long) stripped.scale()) <= PLAIN_SCALE ? stripped.toPlainString() : stripped.toString();
    }
}
