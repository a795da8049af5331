package io.unifiedcommerce.channel.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ChannelManifest.MappedStream;
import io.unifiedcommerce.channel.manifest.ManifestException;
import io.unifiedcommerce.channel.manifest.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingPlanTest {
    private static final Provenance ORIGIN =
            new Provenance("acme", "shop", "shop-de", "orders", "POLL", Instant.parse("2026-11-20T15:00:00Z"));
    private static final String ORDER = """
            entity: order
            when: {ne: [status, {const: draft}]}
            envelope:
              entity_id: id
              source_version: {instant: changed, format: rfc2822}
              occurred_at: {instant: changed, format: rfc2822}
            fields:
              order_id: id
              status: {lookup: status, table: {open: CONFIRMED, done: FULFILLED}, default: UNKNOWN}
              placed_at: {instant: created, format: epoch_seconds}
              updated_at: {instant: changed, format: rfc2822}
              currency: currency
              prices_include_tax: true
              items_subtotal: {sum: lines, of: {multiply: [price, quantity]}}
              discount_total: 0
              shipping_total: {first: [shipping, 0]}
              tax_total: {round: {multiply: [total, 0.19]}, scale: 2}
              grand_total: total
              customer_snapshot: {object: {email: {lower: email}}, when: {present: email}}
              tags: {split: labels, by: ";"}
              lines:
                each: parcels
                inner: lines
                when: {gt: [quantity, 0]}
                fields:
                  line_id: {concat: [^number, id], separator: "-"}
                  sku: {first: [sku, {find: /catalogue, where: {eq: [id, product]}, value: sku}]}
                  quantity: quantity
                  unit_price: price
                  line_total: {multiply: [price, quantity]}
            extensions:
              source: origin
            """;

    private static final String RECORD = """
            {"id": 7, "status": "open", "created": 1795186931, "changed": "Fri, 20 Nov 2026 15:02:11 +0100",
             "currency": "EUR", "total": "59.80", "email": "Ines@Example.org", "labels": "vip; new", "origin": "web",
             "parcels": [{"number": 1, "lines": [{"id": "a", "sku": "TEE", "quantity": 2, "price": 14.95},
                                                 {"id": "b", "sku": "", "quantity": 0, "price": 1}]},
                         {"number": 2, "lines": [{"id": "c", "sku": "CAP", "quantity": "2", "price": "14.95"}]}],
             "lines": [{"price": "14.95", "quantity": 2}, {"price": 14.95, "quantity": 2}]}
            """;

    @TempDir
    Path directory;

    @Test
    void mapsARecordWithAllItsParts() throws IOException {
        Struct order = plan(ORDER).map(json(RECORD), ORIGIN).orElseThrow();

        assertThat(order.getString("order_id")).isEqualTo("7");
        assertThat(order.getString("status")).isEqualTo("CONFIRMED");
        assertThat(order.get("placed_at")).isEqualTo(Date.from(Instant.ofEpochSecond(1795186931)));
        assertThat(order.get("grand_total")).isEqualTo(new BigDecimal("59.8000"));
        assertThat(order.get("items_subtotal")).isEqualTo(new BigDecimal("59.8000"));
        assertThat(order.get("tax_total")).isEqualTo(new BigDecimal("11.3600"));
        assertThat(order.getStruct("customer_snapshot").get("email")).isEqualTo("ines@example.org");
        assertThat(order.<String>getArray("tags")).containsExactly("vip", "new");
        List<Struct> lines = order.getArray("lines");
        assertThat(lines).extracting(line -> line.getString("line_id")).containsExactly("1-a", "2-c");
        assertThat(lines.get(1).getInt64("quantity")).isEqualTo(2);
        Struct envelope = order.getStruct("envelope");
        assertThat(envelope.getString("source_version")).isEqualTo("2026-11-20T14:02:11.000Z");
        assertThat(envelope.getMap("extensions")).isEqualTo(Map.of("source", "web"));
    }

    @Test
    void collectsEveryFaultOfARecordWithTargetAndSourceAndShowsShapesOnly() throws IOException {
        String broken = RECORD.replace("\"59.80\"", "\"59,80 Mueller\"")
                .replace("\"quantity\": \"2\"", "\"quantity\": \"two\"")
                .replace("\"currency\": \"EUR\",", "")
                .replace("1795186931", "99999999999999");

        MappingException fault =
                catchThrowableOfType(MappingException.class, () -> plan(ORDER).map(json(broken), ORIGIN));

        assertThat(fault.errors())
                .extracting(MappingError::toString)
                .contains(
                        "currency <- currency: missing",
                        "grand_total <- total: not a decimal number: '99,99 aaaaaaa'",
                        "placed_at <- created: not an instant (epoch_seconds): '99999999999999'",
                        "lines[1] <- parcels[].lines[0].quantity: not a decimal number: 'aaa'");
        assertThat(fault.getMessage()).doesNotContain("Mueller");
    }

    @Test
    void filtersRecordsThatAreNoneOfTheEntity() throws IOException {
        assertThat(plan(ORDER).map(json(RECORD.replace("\"open\"", "\"draft\"")), ORIGIN))
                .isEmpty();
    }

    @Test
    void reportsEveryProblemOfAMappingFileAtOnce() {
        String broken = ORDER.replace("grand_total: total", "grandtotal: total")
                .replace("split: labels", "splitt: labels")
                .replace("unit_price: price", "unit_price: {round: price, digits: 2}")
                .replace("{present: email}", "{presnt: email}")
                .replace("order_id: id", "order_id: a..b")
                .replace("occurred_at:", "ocurred_at:");

        assertThatThrownBy(() -> plan(broken))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::toString)
                                .containsExactlyInAnyOrder(
                                        "order.yaml: fields.grandtotal: unknown field; did you mean 'grand_total'?",
                                        "order.yaml: fields: required field 'grand_total' is not mapped",
                                        "order.yaml: fields.tags: unknown operator 'splitt'; did you mean 'split'?",
                                        "order.yaml: fields.lines.fields.unit_price.digits: unknown beside 'round'; known are scale",
                                        "order.yaml: fields.customer_snapshot.when: unknown condition 'presnt'; did you mean"
                                                + " 'present'?",
                                        "order.yaml: fields.order_id: not a path: 'a..b'; write keys with dots, such as a.b[0].c",
                                        "order.yaml: envelope: 'occurred_at' is missing",
                                        "order.yaml: envelope.ocurred_at: unknown; did you mean 'occurred_at'?"));
    }

    @Test
    void tellsWhereEachFieldComesFrom() throws IOException {
        assertThat(plan(ORDER).lineage())
                .containsEntry("grand_total", List.of("total"))
                .containsEntry("shipping_total", List.of("shipping"))
                .containsEntry("envelope.entity_id", List.of("id"));
    }

    @Test
    void readsMinorUnitsByTheDecimalsOfTheirCurrency() throws IOException {
        MappingPlan plan = plan(ORDER.replace("grand_total: total", "grand_total: {minor: total, currency: currency}"));
        String cents = RECORD.replace("\"59.80\"", "5980");

        assertThat(plan.map(json(cents), ORIGIN).orElseThrow().get("grand_total"))
                .isEqualTo(new BigDecimal("59.8000"));
        assertThat(plan.map(json(cents.replace("EUR", "JPY")), ORIGIN)
                        .orElseThrow()
                        .get("grand_total"))
                .isEqualTo(new BigDecimal("5980.0000"));
        assertThat(plan.map(json(cents.replace("EUR", "KWD")), ORIGIN)
                        .orElseThrow()
                        .get("grand_total"))
                .isEqualTo(new BigDecimal("5.9800"));
        assertThatThrownBy(() -> plan.map(json(cents.replace("EUR", "XAU")), ORIGIN))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("grand_total <- total, currency: not a currency with minor units: 'aaa'");
        assertThatThrownBy(() -> plan.map(json(cents.replace("5980", "\"59.80\"")), ORIGIN))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("not a whole number");
    }

    @Test
    void doesNotLetAGiantNumberFillTheMemory() throws IOException {
        String giant = RECORD.replace("\"59.80\"", "\"1e999999999\"");

        assertThatThrownBy(() -> plan(ORDER).map(json(giant), ORIGIN))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("number with too many digits");
    }

    @Test
    void fingerprintsARecordWithoutWhereItWasFound() throws IOException {
        MappingPlan plan = plan(ORDER.replace("source: origin", "version: {fingerprint: $}"));
        String found = RECORD.replaceFirst("\\{", "{\"\\$parent\": {\"changed\": 1}, ");

        Struct event = plan.map(json(RECORD), ORIGIN).orElseThrow();
        Struct again = plan.map(json(found), ORIGIN).orElseThrow();
        Struct other = plan.map(json(RECORD.replace("vip", "new")), ORIGIN).orElseThrow();

        assertThat(version(again)).isEqualTo(version(event)).isNotEqualTo(version(other));
    }

    private static Object version(Struct event) {
        return event.getStruct("envelope").getMap("extensions").get("version");
    }

    @Test
    void aCaretInTheConditionOfAListMeansTheElementAtHand() throws IOException {
        MappingPlan plan = plan(ORDER.replace("inner: lines", "")
                .replace("each: parcels", "each: rows")
                .replace(
                        "when: {gt: [quantity, 0]}",
                        "when: {absent: {find: /rows, where: {eq: [id, ^parent]}, value: id}}")
                .replace("{concat: [^number, id], separator: \"-\"}", "id"));
        String rows = """
                {"rows": [{"id": "a", "quantity": 1, "price": 1}, {"id": "b", "parent": "a", "quantity": 1, "price": 1},
                          {"id": "c", "parent": "x", "quantity": 1, "price": 1}],""";

        Struct order = plan.map(json(RECORD.replaceFirst("\\{", rows)), ORIGIN).orElseThrow();

        assertThat(order.<Struct>getArray("lines"))
                .extracting(line -> line.getString("line_id"))
                .containsExactly("a", "c");
    }

    @Test
    void aMapOfARecordBecomesTextsOrIsRefused() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("shop"));
        Files.writeString(folder.resolve("variant.yaml"), """
                entity: variant
                envelope: {entity_id: id, source_version: id, occurred_at: {instant: at}}
                fields: {variant_id: id, product_id: id, option_values: choices}
                """);
        MappingPlan plan = MappingPlan.compile(
                ChannelFolder.directory(folder), new MappedStream("variants", "variant", "variant.yaml"));

        Struct event = plan.map(
                        json("{\"id\": \"7\", \"at\": \"2026-11-20T14:02:11Z\","
                                + " \"choices\": {\"size\": 42, \"color\": \"navy\", \"fit\": null}}"),
                        ORIGIN)
                .orElseThrow();
        assertThat(event.getMap("option_values")).isEqualTo(Map.of("size", "42", "color", "navy"));

        assertThatThrownBy(() -> plan.map(
                        json("{\"id\": \"7\", \"at\": \"2026-11-20T14:02:11Z\", \"choices\": {\"size\": [42]}}"),
                        ORIGIN))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("option_values");
    }

    @Test
    void takesAnEmptyTextForNoList() throws IOException {
        MappingPlan plan = plan(ORDER.replace("tags: {split: labels, by: \";\"}", "tags: labels"));

        Struct event = plan.map(json(RECORD.replace("vip; new", "")), ORIGIN).orElseThrow();

        assertThat(event.get("tags")).isEqualTo(List.of());
    }

    @Test
    void doesNotWriteAGiantNumberOutAsText() throws IOException {
        Map<String, Object> giant = new LinkedHashMap<>();
        json(RECORD).forEach((key, value) -> giant.put(key.toString(), value));
        giant.put("id", new BigDecimal("1E+999999999"));

        assertThatThrownBy(() -> plan(ORDER).map(giant, ORIGIN))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("number with too many digits");
    }

    private MappingPlan plan(String mapping) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("shop"));
        Files.writeString(folder.resolve("order.yaml"), mapping);
        return MappingPlan.compile(ChannelFolder.directory(folder), new MappedStream("orders", "order", "order.yaml"));
    }

    static Map<?, ?> json(String text) throws IOException {
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readValue(text, Map.class);
    }
}
