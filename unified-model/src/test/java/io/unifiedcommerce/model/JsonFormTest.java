package io.unifiedcommerce.model;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormTest {

    private static final String LINE = """
            {"line_id":"1","quantity":2,"unit_price":"10.0000","line_total":"20.0000"}""";

    @Test
    void writesOneLineInTheOrderOfTheSchemaWithoutNulls() {
        Refund refund = Refund.newBuilder()
                .setEnvelope(Samples.envelope(Entity.REFUND))
                .setRefundId("R1")
                .setOrderId("O1")
                .setAmount(new BigDecimal("12.5"))
                .setCurrency("EUR")
                .setProcessedAt(Instant.parse("2026-11-20T15:02:11.123456Z"))
                .build();

        assertThat(JsonForm.write(refund)).asString().endsWith("""
                        "refund_id":"R1","order_id":"O1","amount":"12.5000","currency":"EUR","lines":[],\
                        "processed_at":"2026-11-20T15:02:11.123Z"}""").startsWith("""
                        {"envelope":{"event_id":""");
    }

    @Test
    void namesTheRequiredFieldThatIsNull() {
        Refund refund = new Refund();
        refund.put("envelope", Samples.envelope(Entity.REFUND));

        assertThatThrownBy(() -> JsonForm.write(refund))
                .isInstanceOf(ModelException.class)
                .hasMessage("refund_id: required field is missing");
    }

    @Test
    void namesTheAmountThatIsTooLong() {
        Refund refund = JsonForm.read(Samples.json(Samples.refund()), Refund.class);
        refund.put("amount", new BigDecimal("0.00001"));

        assertThatThrownBy(() -> JsonForm.write(refund))
                .hasMessage("amount: amount has more than 4 decimals: round it in the mapping");
    }

    @Test
    void givesMissingAndNullFieldsTheirDefaults() {
        OrderLine line = line("""
                {"line_id":"1","quantity":2,"unit_price":"10","line_total":"20","cancelled_quantity":null,"taxes":null}""");

        assertThat(line.getCancelledQuantity()).isZero();
        assertThat(line.getTaxes()).isEmpty();
        assertThat(line.getComponents()).isEmpty();
        assertThat(line.getSku()).isNull();
        assertThat(line.getUnitPrice()).hasToString("10.0000");
    }

    @Test
    void skipsFieldsItDoesNotKnow() {
        assertThat(line(LINE.replace("{\"line_id\"", "{\"new\":{\"a\":[1,{\"b\":null}]},\"x\":1e999,\"line_id\"")))
                .isEqualTo(line(LINE));
    }

    @Test
    void readsNumbersWhereKafkasOwnConverterWritesThem() {
        OrderLine line = line(LINE.replace("\"10.0000\"", "10.0000"));
        Consent consent = read("{\"purpose\":\"ads\",\"status\":\"GRANTED\",\"captured_at\":1000}", Consent.class);

        assertThat(line).isEqualTo(line(LINE));
        assertThat(consent.getCapturedAt()).isEqualTo("1970-01-01T00:00:01Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'{\"line_id\":\"1\"}'; lines[1].quantity: required field is missing",
                "'null'; lines[1]: expected an object, found null",
                "'[]'; lines[1]: expected an object, found an array",
                "'{\"line_id\":1}'; lines[1].line_id: expected text, found a whole number",
                "'{\"quantity\":\"2\"}'; lines[1].quantity: expected a whole number, found text",
                "'{\"quantity\":2.5}'; lines[1].quantity: expected a whole number, found a number with decimals",
                "'{\"quantity\":9223372036854775808}'; lines[1].quantity: whole number of more than 64 bits",
                "'{\"unit_price\":true}'; lines[1].unit_price: expected an amount as text, such as \"12.5000\", found true or false",
                "'{\"unit_price\":\"12,50\"}'; lines[1].unit_price: not an amount: expected a decimal such as 12.50",
                "'{\"unit_price\":1e999999999}'; lines[1].unit_price: amount has more than 15 digits before the point",
                "'{\"taxes\":{}}'; lines[1].taxes: expected an array, found an object",
                "'{\"taxes\":[{\"amount\":\"0.00001\"}]}'; lines[1].taxes[0].amount: amount has more than 4 decimals: round it in the mapping",
                "'{\"is_gift_card\":\"yes\"}'; lines[1].is_gift_card: expected true or false, found text"
            })
    void namesThePathOfWhatDoesNotFit(String secondLine, String message) {
        String json = new String(Samples.json(Samples.order()), UTF_8)
                .replace("\"lines\":[]", "\"lines\":[" + LINE + "," + secondLine + "]");

        assertThatThrownBy(() -> read(json, Order.class))
                .isInstanceOf(ModelException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"placed_at", "updated_at"})
    void refusesTimesThatCannotBe(String field) {
        for (String time : List.of(
                "\"2026-02-30T00:00:00Z\"",
                "\"yesterday\"",
                "9e99",
                "92233720368547758070",
                "-99999999999999999",
                "{}")) {
            String json = new String(Samples.json(Samples.order()), UTF_8)
                    .replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + time);

            ModelException unfit = catchThrowableOfType(ModelException.class, () -> read(json, Order.class));

            assertThat(unfit.path()).as(time).isEqualTo(field);
            assertThat(unfit.getMessage()).as(time).doesNotContain("yesterday");
        }
    }

    @Test
    void readsAnyEncodingThatJsonAllows() {
        assertThat(JsonForm.read(LINE.getBytes(UTF_16BE), OrderLine.class)).isEqualTo(line(LINE));
    }

    @Test
    void writesAndReadsOrdersLongerThanAnyBuffer() {
        Order order = Samples.order();
        order.put("lines", Collections.nCopies(5_000, line(LINE)));

        assertThat(JsonForm.read(JsonForm.write(order), Order.class)).isEqualTo(order);
    }

    @Test
    void keepsHalfACharacter() {
        OrderLine line = line(LINE);
        line.put("title", "cut off: \ud83d");

        assertThat(JsonForm.read(JsonForm.write(line), OrderLine.class)).isEqualTo(line);
    }

    @Test
    void refusesToWriteInfinity() {
        assertThatThrownBy(() -> JsonForm.write(new BotScore(Double.NaN, List.of())))
                .hasMessage("score: JSON has no infinite numbers");
    }

    private static OrderLine line(String json) {
        return read(json, OrderLine.class);
    }

    private static <T extends SpecificRecord> T read(String json, Class<T> type) {
        return JsonForm.read(json.getBytes(UTF_8), type);
    }
}
