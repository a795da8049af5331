package io.unifiedcommerce.channel.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.record.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContextFieldsTest {

    @Test
    void aMappingsPathLeadsToTheOption() {
        Map<String, Object> fields = ContextFields.of(
                List.of("shop.currency", "shop.time.zone", "shop.none"),
                Map.of("shop.currency", "EUR", "shop.time.zone", "Europe/Paris", "shop.secret", "s"));

        Map<String, Object> record = Map.of("$context", fields);
        assertThat(Path.parse("$context.shop.currency").get(record)).isEqualTo("EUR");
        assertThat(Path.parse("$context.shop.time.zone").get(record)).isEqualTo("Europe/Paris");
        assertThat(fields).isEqualTo(Map.of("shop", Map.of("currency", "EUR", "time", Map.of("zone", "Europe/Paris"))));
    }
}
