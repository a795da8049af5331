package io.unifiedcommerce.tck.fake.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** How Square writes and reads amounts, times and lists. */
final class Json {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An amount in the minor units of its currency. */
    static ObjectNode money(BigDecimal amount, String currency) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        long minor = amount.movePointRight(decimals)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        return object().put("amount", minor).put("currency", currency);
    }

    static String time(Instant instant) {
        return MILLIS.format(instant);
    }

    /** The instant that a request names, or the other one when it names none. */
    static Instant instant(String text, Instant otherwise, String field) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw ApiError.invalid("INVALID_TIME", "`" + text + "` is not a valid RFC 3339 time", field);
        }
    }

    static Instant instant(JsonNode node, String field, Instant otherwise) {
        return instant(node.path(field).asText(""), otherwise, field);
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
