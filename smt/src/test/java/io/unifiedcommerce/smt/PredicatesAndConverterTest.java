package io.unifiedcommerce.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.transforms.Transformation;
import org.apache.kafka.connect.transforms.predicates.Predicate;
import org.junit.jupiter.api.Test;

class PredicatesAndConverterTest {
    private final SourceRecord raw = Records.captured("shopify", "inventory_levels", Records.shopifyLevel());
    private final SourceRecord event = normalised();

    @Test
    void predicatesReadHeadersOfRawRecordsAndEnvelopesOfEvents() {
        assertThat(test(new IsChannel<>(), "channels", "shopify,square", raw)).isTrue();
        assertThat(test(new IsChannel<>(), "channels", "square", event)).isFalse();
        assertThat(test(new IsEntity<>(), "entities", "inventory_level", event)).isTrue();
        assertThat(test(new IsEntity<>(), "entities", "order", event)).isFalse();
        assertThat(test(new IsCaptureMode<>(), "modes", "POLL,WEBHOOK", event)).isTrue();
        assertThat(test(new IsCaptureMode<>(), "modes", "SNAPSHOT", raw)).isFalse();
    }

    @Test
    void converterWritesAmountsAsTextAndInstantsAsIsoAndReadsMaps() {
        CommerceJsonConverter converter = new CommerceJsonConverter();
        byte[] json = converter.fromConnectData("t", event.valueSchema(), event.value());

        Map<?, ?> read = (Map<?, ?>) converter.toConnectData("t", json).value();
        assertThat(read.get("as_of")).isEqualTo("2026-11-20T15:02:11.000Z");
        assertThat(((Map<?, ?>) read.get("envelope")).get("tenant_id")).isEqualTo("acme");
        assertThat(text(converter.fromConnectData("t", null, Map.of("price", new BigDecimal("1E+2")))))
                .isEqualTo("{\"price\":100}");
        assertThat(converter.fromConnectData("t", null, null)).isNull();
        assertThat(converter.toConnectData("t", null).value()).isNull();
        assertThatThrownBy(() -> converter.toConnectData("orders", "{\"email".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DataException.class)
                .hasMessage("a record of topic orders is not JSON");
    }

    @Test
    void everyPluginIsFoundByServiceLoader() {
        assertThat(types(Transformation.class)).contains(NormalizeCommerceEvent.class, MaskPersonalData.class);
        assertThat(types(Predicate.class)).contains(IsChannel.class, IsEntity.class, IsCaptureMode.class);
        assertThat(types(Converter.class)).contains(CommerceJsonConverter.class);
    }

    private static List<Class<?>> types(Class<?> service) {
        return ServiceLoader.load(service).stream()
                .<Class<?>>map(ServiceLoader.Provider::type)
                .toList();
    }

    private static boolean test(Predicate<SourceRecord> predicate, String option, String value, SourceRecord record) {
        predicate.configure(Map.of(option, value));
        return predicate.test(record);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private SourceRecord normalised() {
        NormalizeCommerceEvent<SourceRecord> transform = new NormalizeCommerceEvent<>();
        transform.configure(Map.of());
        return transform.apply(raw);
    }
}
