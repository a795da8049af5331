package io.unifiedcommerce.meta;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.model.Address;
import io.unifiedcommerce.model.CustomerSnapshot;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.Interaction;
import io.unifiedcommerce.model.InteractionConsent;
import io.unifiedcommerce.model.InteractionItem;
import io.unifiedcommerce.model.JsonForm;
import io.unifiedcommerce.model.Order;
import io.unifiedcommerce.model.OrderLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.sink.SinkRecord;

/** Orders and interactions to send. */
final class Sold {
    static final Instant NOW = Instant.parse("2026-11-03T09:15:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sold() {}

    static Order.Builder order(String id) {
        return Order.newBuilder()
                .setEnvelope(envelope("till-lyon", "order", id, NOW).build())
                .setOrderId(id)
                .setOrderNumber("LYN-10482")
                .setStatus("COMPLETED")
                .setPlacedAt(NOW.minusSeconds(655))
                .setUpdatedAt(NOW)
                .setSalesChannel("pos")
                .setCustomerId("C-100245")
                .setCustomerSnapshot(CustomerSnapshot.newBuilder()
                        .setEmail("Nadia.Okafor@example.org ")
                        .setPhone("06 00 00 00 11")
                        .setFirstName("Nadia")
                        .setLastName("Okafor")
                        .build())
                .setBillingAddress(
                        Address.newBuilder().setCity("Lyon").setCountry("FR").build())
                .setCurrency("EUR")
                .setPricesIncludeTax(true)
                .setItemsSubtotal(new BigDecimal("58.0000"))
                .setDiscountTotal(new BigDecimal("0.0000"))
                .setShippingTotal(new BigDecimal("0.0000"))
                .setTaxTotal(new BigDecimal("9.6700"))
                .setGrandTotal(new BigDecimal("58.0000"))
                .setLines(List.of(OrderLine.newBuilder()
                        .setLineId("1")
                        .setSku("TEE-BLK-M")
                        .setProductId("p-1")
                        .setQuantity(2)
                        .setUnitPrice(new BigDecimal("29.0000"))
                        .setLineTotal(new BigDecimal("58.0000"))
                        .build()));
    }

    /** An order whose customer allowed it. */
    static Order.Builder allowed(String id) {
        return order(id)
                .setEnvelope(envelope("till-lyon", "order", id, NOW)
                        .setExtensions(Map.of("consent.ads", "GRANTED"))
                        .build());
    }

    static Interaction.Builder view(String id) {
        return Interaction.newBuilder()
                .setEnvelope(envelope("shop-de", "interaction", id, NOW).build())
                .setInteractionId(id)
                .setType("product_view")
                .setUrl("https://shop.example/tee")
                .setIp("203.0.113.7")
                .setUserAgent("Mozilla/5.0")
                .setCurrency("EUR")
                .setValue(new BigDecimal("29.0000"))
                .setClientEventId("browser-" + id)
                .setItems(List.of(InteractionItem.newBuilder()
                        .setSku("TEE-BLK-M")
                        .setQuantity(1)
                        .build()))
                .setConsent(InteractionConsent.newBuilder().setAds(true).build());
    }

    /** A record as JsonConverter makes it without schemas. */
    static SinkRecord record(Entity entity, SpecificRecord value, long offset) {
        try {
            Object map = value == null ? null : JSON.readValue(JsonForm.write(value), Map.class);
            return new SinkRecord(entity.topic("commerce"), 0, null, "k", null, map, offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Envelope.Builder envelope(String instance, String entity, String id, Instant at) {
        return Envelope.newBuilder()
                .setEventId("e-" + id)
                .setEventType("commerce." + entity + ".updated.v1")
                .setTenantId("default")
                .setChannel("test")
                .setChannelInstance(instance)
                .setEntity(entity)
                .setEntityId(id)
                .setOccurredAt(at)
                .setSourceVersion("1")
                .setCapturedAt(at)
                .setCaptureMode("POLL")
                .setSchemaVersion("commerce/" + entity + "/1-0");
    }
}
