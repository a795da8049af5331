package io.unifiedcommerce.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.model.Attribution;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.Order;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderConversionTest {

    @Test
    void aSaleAtATillIsAPurchaseInAPhysicalStore() {
        Conversion.Event event = (Conversion.Event) convert(Sold.allowed("o-1"));

        assertThat(event.json())
                .containsEntry("event_name", "Purchase")
                .containsEntry("event_time", Sold.NOW.getEpochSecond() - 655)
                .containsEntry("event_id", "order:till-lyon:o-1")
                .containsEntry("action_source", "physical_store")
                .doesNotContainKey("event_source_url");
        assertThat(event.json().get("user_data"))
                .isEqualTo(Map.of(
                        "em", List.of("b49718d91f51ee81fe92a5f364b7b212b4e9fcaee99bffff287496287495be8f"),
                        "ph", List.of("d4302a8cad7fe7f09e85b23b00189b95d952967ed9cf4a0fe4abc3ccff0f15e2"),
                        "fn", List.of("dbaf86dd80e3bcd5fe4bdb15daa4bc47b66e00bddc2c8e5fa988a183d1ce1899"),
                        "ln", List.of("80e4d1617020e166c955422ed60ab60fea455b557bb53429f3e0594801e996cb"),
                        "ct", List.of("f56206ec0f42e0474400bc38e96d4d0afb5a41fd462de98ef4ba4475445b02c8"),
                        "country", List.of("67ad8f41a7bb0a18c45f3efd8f6a32bdcd832bcf8f3f2eb44006c03d53076e18"),
                        "external_id", List.of("363f8ae06780fa93b91754908b7ab6b61f6be733112023a52a379ede4af2748e")));
        assertThat(event.json().get("custom_data"))
                .isEqualTo(Map.of(
                        "currency",
                        "EUR",
                        "value",
                        new BigDecimal("58.0000"),
                        "order_id",
                        "LYN-10482",
                        "content_type",
                        "product",
                        "contents",
                        List.of(Map.of(
                                "id",
                                "TEE-BLK-M",
                                "quantity",
                                2L,
                                "item_price",
                                new BigDecimal("29.0000"),
                                "delivery_category",
                                "in_store")),
                        "num_items",
                        2L));
    }

    @Test
    void everyStateOfAnOrderHasTheSameId() {
        Order.Builder confirmed = Sold.allowed("o-1");
        confirmed.setStatus("CONFIRMED");
        assertThat(((Conversion.Event) convert(confirmed)).id())
                .isEqualTo(((Conversion.Event) convert(Sold.allowed("o-1"))).id());
    }

    @Test
    void withoutConsentNothingIsSent() {
        assertThat(convert(Sold.order("o-1"))).isEqualTo(Conversion.None.NO_CONSENT);
        assertThat(convert(Sold.order("o-1"), "consent.required", "false")).isInstanceOf(Conversion.Event.class);
    }

    @Test
    void whatIsNoSaleIsNotSent() {
        for (String status : List.of("PENDING", "CANCELLED", "UNKNOWN")) {
            Order.Builder order = Sold.allowed("o-1");
            order.setStatus(status);
            assertThat(convert(order)).isEqualTo(Conversion.None.NO_CONVERSION);
        }
        Order.Builder test = Sold.allowed("o-1");
        test.setIsTest(true);
        assertThat(convert(test)).isEqualTo(Conversion.None.NO_CONVERSION);
        Order.Builder deleted = Sold.allowed("o-1");
        deleted.setEnvelope(
                Envelope.newBuilder(deleted.getEnvelope()).setOp("DELETE").build());
        assertThat(convert(deleted)).isEqualTo(Conversion.None.NO_CONVERSION);
    }

    @Test
    void whatMetaNoLongerRecognisesIsNotSentAgain() {
        Order.Builder old = Sold.allowed("o-1");
        old.setPlacedAt(Sold.NOW.minus(Duration.ofHours(49)));
        assertThat(convert(old)).isEqualTo(Conversion.None.TOO_OLD);
        assertThat(convert(old, "max.event.age.ms", "604800000")).isInstanceOf(Conversion.Event.class);
        Order.Builder ahead = Sold.allowed("o-2");
        ahead.setPlacedAt(Sold.NOW.plus(Duration.ofHours(1)));
        assertThat(convert(ahead)).isEqualTo(Conversion.None.TOO_OLD);
    }

    @Test
    void anOrderOfNobodyIsNotSent() {
        Order.Builder guest = Sold.allowed("o-1");
        guest.setCustomerSnapshot(null);
        guest.setCustomerId(null);
        assertThat(convert(guest)).isEqualTo(Conversion.None.NOBODY);
    }

    @Test
    void anOrderOfAWebsiteNeedsItsPageAndBrowser() {
        Order.Builder order = Sold.allowed("o-1");
        order.setSalesChannel("web");
        assertThat(json(order)).containsEntry("action_source", "other");

        order.setUserAgent("Mozilla/5.0");
        order.setAttribution(Attribution.newBuilder()
                .setLandingPage("https://shop.example/a")
                .build());
        assertThat(json(order))
                .containsEntry("action_source", "website")
                .containsEntry("event_source_url", "https://shop.example/a");
    }

    @Test
    void limitedDataUseIsAskedForWhereConfigured() {
        Conversion.Event event = (Conversion.Event) convert(Sold.allowed("o-1"), "limited.data.use", "true");
        assertThat(event.json()).containsEntry("data_processing_options", List.of("LDU"));
    }

    private static Map<String, Object> json(Order.Builder order) {
        return ((Conversion.Event) convert(order)).json();
    }

    private static Conversion convert(Order.Builder order, String... settings) {
        MetaSettings parsed = Settings.of(settings);
        return new OrderConversion(parsed, new EventFrame(parsed)).of(order.build(), Sold.NOW);
    }
}
