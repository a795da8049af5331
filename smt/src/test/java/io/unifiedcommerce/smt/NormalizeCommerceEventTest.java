package io.unifiedcommerce.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.record.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class NormalizeCommerceEventTest {

    @Test
    void turnsAPlatformsRecordIntoAUnifiedEventWithKeyTopicAndHeaders() {
        SourceRecord event =
                transform(Map.of()).apply(Records.captured("shopify", "inventory_levels", Records.shopifyLevel()));

        assertThat(event.topic()).isEqualTo("commerce.inventory-levels.v1");
        assertThat(event.key()).isEqualTo("acme|TEE-NAVY-M|61100|shop-de");
        Struct level = (Struct) event.value();
        assertThat(level.getInt64("quantity")).isEqualTo(11);
        assertThat(level.getInt64("on_hand")).isEqualTo(14);
        assertThat(level.getString("measured")).isEqualTo("AVAILABLE");
        assertThat(event.headers().lastWithName("ce_type").value()).isEqualTo("commerce.inventory_level.updated.v1");
        assertThat(event.headers().lastWithName("ce_id").value())
                .isEqualTo(level.getStruct("envelope").getString("event_id"));
        assertThat(event.sourceOffset()).isEqualTo(Map.of("o", 1L));
    }

    @Test
    void givesTheSameEventForTheSameRecordHoweverItWasCaptured() {
        NormalizeCommerceEvent<SourceRecord> transform = transform(Map.of());
        SourceRecord polled = transform.apply(Records.captured("shopify", "inventory_levels", Records.shopifyLevel()));
        SourceRecord hinted = Records.captured("shopify", "inventory_levels", Records.shopifyLevel());
        hinted.headers().remove("commerce.capture").addString("commerce.capture", "WEBHOOK");

        assertThat(eventId(transform.apply(hinted))).isEqualTo(eventId(polled));
    }

    @Test
    void sendsARecordThatDoesNotMapToTheDeadLetterTopicWithItsCause() {
        Map<String, Object> broken = Records.shopifyLevel();
        broken.put("item", Map.of("legacyResourceId", "33001"));
        broken.put("updatedAt", "2026-13-45T99:00:00Z");

        SourceRecord letter = transform(Map.of("deadletter.topic.name", "commerce.dlq.normalize"))
                .apply(Records.captured("shopify", "inventory_levels", broken));

        assertThat(letter.topic()).isEqualTo("commerce.dlq.normalize");
        assertThat((String) letter.value()).contains("\"legacyResourceId\":\"33001\"");
        assertThat((String)
                        letter.headers().lastWithName(DeadLetterHeaders.MESSAGE).value())
                .contains("shopify/mappings/inventory-level.yaml")
                .contains("sku <- item.sku: missing")
                .contains("as_of <- updatedAt: not an instant (iso): '9999-99-99a99:99:99a'");
        assertThat(letter.headers().lastWithName("commerce.stream").value()).isEqualTo("inventory_levels");
    }

    @Test
    void aChannelThatIsNotThereIsRefusedBeforeTheFirstRecord() {
        assertThatThrownBy(() -> transform(Map.of("channel", "shopfy")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("did you mean 'shopify'?");
        assertThatThrownBy(() -> transform(Map.of("channel.folders", "/no/such/directory")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no such directory on this worker");
    }

    @Test
    void failsTheRecordWhenThereIsNoDeadLetterTopic() {
        assertThatThrownBy(() -> transform(Map.of()).apply(Records.captured("shopify", "inventory_levels", Map.of())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("sku <- item.sku: missing");
    }

    @Test
    void readsJsonTextOfAForeignTopic() {
        String json = """
                {"id":"gid://shopify/InventoryLevel/1","updatedAt":"2026-11-20T15:02:11Z",
                 "location":{"legacyResourceId":"61100"},"item":{"legacyResourceId":"1","sku":"A"},
                 "quantities":[{"name":"available","quantity":3}]}""";
        NormalizeCommerceEvent<SourceRecord> transform =
                transform(Map.of("channel", "shopify", "channel.instance", "shop-de", "stream", "inventory_levels"));

        SourceRecord fromText = transform.apply(Records.of("legacy.stock", Schema.STRING_SCHEMA, json));
        SourceRecord fromBytes =
                transform.apply(Records.of("legacy.stock", Schema.BYTES_SCHEMA, json.getBytes(StandardCharsets.UTF_8)));

        assertThat(((Struct) fromText.value()).getInt64("quantity")).isEqualTo(3);
        assertThat(eventId(fromBytes)).isEqualTo(eventId(fromText));
    }

    @Test
    void sendsMalformedJsonToTheDeadLetterTopicWithoutQuotingIt() {
        NormalizeCommerceEvent<SourceRecord> transform = transform(Map.of(
                "channel", "shopify", "stream", "inventory_levels", "deadletter.topic.name", "commerce.dlq.normalize"));

        SourceRecord letter = transform.apply(Records.of("legacy.stock", Schema.STRING_SCHEMA, "{\"email\":\"ines@"));

        assertThat(letter.topic()).isEqualTo("commerce.dlq.normalize");
        assertThat(letter.headers().lastWithName(DeadLetterHeaders.MESSAGE).value())
                .isEqualTo("not a JSON object");
    }

    @Test
    void readsTheRowOfADebeziumChangeEventAndMakesADeletedRowATombstone() {
        Schema row = SchemaBuilder.struct()
                .optional()
                .field("id", Schema.STRING_SCHEMA)
                .field("legacyResourceId", Schema.STRING_SCHEMA)
                .field("name", Schema.STRING_SCHEMA)
                .field("updatedAt", Schema.STRING_SCHEMA)
                .build();
        Schema source =
                SchemaBuilder.struct().field("table", Schema.STRING_SCHEMA).build();
        Schema event = SchemaBuilder.struct()
                .field("before", row)
                .field("after", row)
                .field("source", source)
                .field("op", Schema.STRING_SCHEMA)
                .build();
        Struct location = new Struct(row)
                .put("id", "1")
                .put("legacyResourceId", "61100")
                .put("name", "Lyon")
                .put("updatedAt", "2026-11-20T15:02:11Z");
        Struct change = new Struct(event).put("source", new Struct(source).put("table", "locations"));
        NormalizeCommerceEvent<SourceRecord> transform =
                transform(Map.of("channel", "shopify", "channel.instance", "shop-de"));

        SourceRecord created = transform.apply(
                Records.of("cdc.locations", event, change.put("op", "c").put("after", location)));
        SourceRecord deleted = transform.apply(Records.of(
                "cdc.locations", event, change.put("op", "d").put("after", null).put("before", location)));

        assertThat(((Struct) created.value()).getString("name")).isEqualTo("Lyon");
        assertThat(deleted.value()).isNull();
        assertThat(deleted.key()).isEqualTo(created.key()).isEqualTo("default|shop-de|61100");
    }

    @Test
    void passesTombstonesAndForeignRecordsUnchanged() {
        NormalizeCommerceEvent<SourceRecord> transform = transform(Map.of());
        SourceRecord heartbeat = Records.of("commerce.heartbeat.shopify", null, Map.of("at", 1));
        SourceRecord tombstone = Records.captured("shopify", "orders", null);

        assertThat(transform.apply(heartbeat)).isSameAs(heartbeat);
        assertThat(transform.apply(tombstone)).isSameAs(tombstone);
    }

    @Test
    void passesTheDeadLettersOfItsSourceUnchanged() {
        SourceRecord letter = Records.captured("shopify", "orders", "{}");
        letter.headers().addString(DeadLetterHeaders.STAGE, "TASK_POLL");

        assertThat(transform(Map.of()).apply(letter)).isSameAs(letter);
    }

    @Test
    void namesTheNearestStreamForAnUnknownOne() {
        assertThatThrownBy(() -> transform(Map.of()).apply(Records.captured("shopify", "order", Map.of())))
                .hasMessageContaining("channel 'shopify' has no mapped stream 'order'; did you mean 'orders'?");
    }

    private static String eventId(SourceRecord record) {
        return ((Struct) record.value()).getStruct("envelope").getString("event_id");
    }

    private static NormalizeCommerceEvent<SourceRecord> transform(Map<String, String> config) {
        NormalizeCommerceEvent<SourceRecord> transform = new NormalizeCommerceEvent<>();
        transform.configure(config);
        return transform;
    }
}
