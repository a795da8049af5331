package io.unifiedcommerce.tck.fake.sapcommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;

/** Values as OData 2 writes them in JSON: long numbers and fractions as texts, instants as milliseconds in a text. */
final class ODataJson {
    private ODataJson() {}

    static ObjectNode row(String key) {
        return JsonNodeFactory.instance.objectNode().put("integrationKey", key);
    }

    static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** An item that has nothing but a code. */
    static ObjectNode coded(String code) {
        return row(code).put("code", code);
    }

    static ObjectNode currency(String isoCode) {
        return row(isoCode).put("isocode", isoCode);
    }

    static String date(Instant instant) {
        return "/Date(" + instant.toEpochMilli() + ")/";
    }

    static long millis(String date) {
        return Long.parseLong(date.substring("/Date(".length(), date.length() - ")/".length()));
    }

    /** A number that the platform keeps as a double. */
    static String amount(BigDecimal amount) {
        return String.valueOf(amount.doubleValue());
    }
}
