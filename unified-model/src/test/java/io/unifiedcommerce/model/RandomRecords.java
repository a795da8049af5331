package io.unifiedcommerce.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.apache.avro.specific.SpecificRecord;

/** Records of any entity with any values the schema allows, the odd ones more often than chance would have them. */
final class RandomRecords {

    private static final String[] TEXTS = {
        "",
        "SKU-1",
        "a|b%7Cc",
        "\"\\\n\t\u0000\u001f\u2028",
        "Größe 42½",
        "日本語",
        "\ud83d\ude00",
        "2026-11-20T15:02:11.000Z",
        "12.5"
    };
    private static final long[] NUMBERS = {0, 1, -1, 42, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE};
    private static final long FIRST_MILLI =
            Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST_MILLI =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private final Random random;

    private RandomRecords(Random random) {
        this.random = random;
    }

    static Arbitrary<SpecificRecord> ofAnyEntity() {
        return Arbitraries.of(Entity.class).flatMap(RandomRecords::of);
    }

    static Arbitrary<SpecificRecord> of(Entity entity) {
        return Arbitraries.randomValue(random -> new RandomRecords(random).record(entity.javaType()));
    }

    private SpecificRecord record(Class<?> javaType) {
        RecordType type = RecordType.of(javaType);
        SpecificRecord made = type.create();
        for (int slot = 0; slot < type.size(); slot++) {
            FieldType field = type.type(slot);
            if (!field.optional() || random.nextBoolean()) {
                made.put(slot, value(field, type));
            }
        }
        return made;
    }

    private Object value(FieldType type, RecordType owner) {
        return switch (type.kind()) {
            case STRING -> text();
            case LONG -> random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextLong();
            case DOUBLE -> random.nextGaussian();
            case BOOLEAN -> random.nextBoolean();
            case AMOUNT -> amount();
            case INSTANT -> instant();
            case RECORD -> record(owner.nested(type.schema()));
            case ARRAY -> list(type.element(), owner);
            case MAP -> map(type.element(), owner);
        };
    }

    private String text() {
        return random.nextBoolean()
                ? TEXTS[random.nextInt(TEXTS.length)]
                : Long.toString(random.nextLong(), Character.MAX_RADIX);
    }

    private BigDecimal amount() {
        BigInteger unscaled = new BigInteger(random.nextInt(63), random);
        return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), Amounts.SCALE);
    }

    private Instant instant() {
        return Instant.ofEpochMilli(
                switch (random.nextInt(10)) {
                    case 0 -> FIRST_MILLI;
                    case 1 -> LAST_MILLI;
                    default -> FIRST_MILLI + (long) (random.nextDouble() * (LAST_MILLI - FIRST_MILLI));
                });
    }

    private List<Object> list(FieldType element, RecordType owner) {
        List<Object> list = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            list.add(value(element, owner));
        }
        return list;
    }

    private Map<String, Object> map(FieldType element, RecordType owner) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            map.put(text(), value(element, owner));
        }
        return map;
    }
}
