package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordsTest {

    static Stream<Object> twelveFifty() {
        return Stream.of(new BigDecimal("12.5"), "12.50", new StringBuilder("12.5000"));
    }

    @ParameterizedTest
    @MethodSource("twelveFifty")
    void readsEveryFormOfAnAmount(Object amount) {
        assertThat(tax(amount).getAmount()).hasToString("12.5000");
    }

    static Stream<Object> twelve() {
        return Stream.of(12, 12L, BigInteger.valueOf(12));
    }

    @ParameterizedTest
    @MethodSource("twelve")
    void readsEveryFormOfAWholeAmount(Object amount) {
        assertThat(tax(amount).getAmount()).hasToString("12.0000");
    }

    static Stream<Object> oneSecond() {
        return Stream.of("1970-01-01T00:00:01Z", 1_000L, new Date(1_000), Instant.ofEpochSecond(1, 999_999));
    }

    @ParameterizedTest
    @MethodSource("oneSecond")
    void readsEveryFormOfAnInstant(Object instant) {
        Map<String, Object> consent = Map.of("purpose", "ads", "status", "GRANTED", "captured_at", instant);

        assertThat(Records.from(consent, Consent.class).getCapturedAt()).isEqualTo(Instant.ofEpochSecond(1));
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                arguments("order_id", 1001, "order_id: expected text, found Integer"),
                arguments("is_test", "no", "is_test: expected true or false, found String"),
                arguments("grand_total", 12.5, "grand_total: expected an amount as BigDecimal or text, found Double"),
                arguments(
                        "placed_at",
                        true,
                        "placed_at: expected an instant as Instant, Date, Long or text, found Boolean"),
                arguments("placed_at", Instant.MAX, "placed_at: instant outside the years 0000 to 9999"),
                arguments("lines", "none", "lines: expected a list, found String"),
                arguments("lines", Arrays.asList((Object) null), "lines[0]: expected a record, found null"),
                arguments("tags", List.of("a", 2), "tags[1]: expected text, found Integer"),
                arguments("billing_address", "Main St", "billing_address: expected a record, found String"),
                arguments("shipping_lines", List.of(Map.of()), "shipping_lines[0].amount: required field is missing"),
                arguments("currency", null, "currency: required field is missing"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void namesThePathAndTheClassOfWhatDoesNotFit(String field, Object value, String message) {
        Map<String, Object> order = order();
        order.put(field, value);

        assertThatThrownBy(() -> Records.from(order, Order.class))
                .isInstanceOf(ModelException.class)
                .hasMessage(message);
    }

    @Test
    void namesTheKeyOfAMap() {
        Map<String, Object> order = order();
        Map<String, Object> envelope = fields(Samples.envelope(Entity.ORDER));
        envelope.put("extensions", "x");
        order.put("envelope", envelope);
        assertThatThrownBy(() -> Records.from(order, Order.class))
                .hasMessage("envelope.extensions: expected a map, found String");

        envelope.put("extensions", Map.of("vat", 7));
        assertThatThrownBy(() -> Records.from(order, Order.class))
                .hasMessage("envelope.extensions.vat: expected text, found Integer");
    }

    @Test
    void refusesWhatIsNoRecord() {
        assertThatThrownBy(() -> Records.from("order", Order.class)).hasMessage("expected a record, found String");
        assertThatThrownBy(() -> Records.from(null, Order.class)).hasMessage("expected a record, found null");
    }

    @Test
    void givesEachRecordCollectionsOfItsOwn() {
        Order one = Records.from(order(), Order.class);
        Order other = Records.from(order(), Order.class);
        one.getTags().add("vip");

        assertThat(other.getTags()).isEmpty();
    }

    private static Tax tax(Object amount) {
        return Records.from(Map.of("amount", amount), Tax.class);
    }

    private static Map<String, Object> order() {
        Map<String, Object> order = fields(Samples.order());
        order.put("lines", new ArrayList<>());
        order.put("tags", null);
        return order;
    }

    private static Map<String, Object> fields(SpecificRecord record) {
        Map<String, Object> fields = new HashMap<>();
        record.getSchema().getFields().forEach(field -> fields.put(field.name(), record.get(field.pos())));
        return fields;
    }
}
