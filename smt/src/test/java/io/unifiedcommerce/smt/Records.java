package io.unifiedcommerce.smt;

import io.unifiedcommerce.channel.record.RecordHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/** Records as the sources emit them. */
final class Records {
    private Records() {}

    static SourceRecord of(String topic, Schema schema, Object value) {
        return new SourceRecord(
                Map.of("p", "1"), Map.of("o", 1L), topic, null, Schema.STRING_SCHEMA, "key", schema, value);
    }

    static SourceRecord captured(String channel, String stream, Object value) {
        SourceRecord record = of("commerce.raw." + channel + "." + stream, null, value);
        ConnectHeaders headers = new ConnectHeaders();
        headers.addString(RecordHeaders.TENANT, "acme");
        headers.addString(RecordHeaders.CHANNEL, channel);
        headers.addString(RecordHeaders.INSTANCE, "shop-de");
        headers.addString(RecordHeaders.STREAM, stream);
        headers.addString(RecordHeaders.CAPTURE_MODE, "POLL");
        headers.addString(RecordHeaders.CAPTURED_AT, "2026-11-20T15:05:00.000Z");
        headers.forEach(record.headers()::add);
        return record;
    }

    static Map<String, Object> shopifyLevel() {
        Map<String, Object> level = new LinkedHashMap<>();
        level.put("id", "gid://shopify/InventoryLevel/99001?inventory_item_id=33001");
        level.put("updatedAt", "2026-11-20T15:02:11Z");
        level.put("location", Map.of("legacyResourceId", "61100"));
        level.put("item", Map.of("legacyResourceId", "33001", "sku", "TEE-NAVY-M", "tracked", true));
        level.put(
                "quantities",
                List.of(Map.of("name", "available", "quantity", 11), Map.of("name", "on_hand", "quantity", 14)));
        return level;
    }
}
