package io.unifiedcommerce.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.smt.CommerceJsonConverter;
import io.unifiedcommerce.smt.NormalizeCommerceEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** From a platform's bytes to the bytes in Kafka, step by step, on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@Threads(1)
public class NormaliseBenchmark {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** What is normalised: an order of 5 KB with four lines, or a stock level of 300 bytes. */
    @Param({"orders", "inventory_levels"})
    public String stream;

    private final NormalizeCommerceEvent<SourceRecord> transform = new NormalizeCommerceEvent<>();
    private final CommerceJsonConverter converter = new CommerceJsonConverter();
    private byte[] page;
    private SourceRecord raw;
    private SourceRecord event;

    @Setup
    public void prepare() throws IOException {
        transform.configure(Map.of());
        page = stream.equals("orders") ? resource() : JSON.writeValueAsBytes(level());
        raw = record(JSON.readValue(page, Map.class));
        event = transform.apply(raw);
    }

    @Benchmark
    public Object parse() throws IOException {
        return JSON.readValue(page, Map.class);
    }

    @Benchmark
    public Object transform() {
        return transform.apply(raw);
    }

    @Benchmark
    public Object write() {
        return converter.fromConnectData(event.topic(), event.valueSchema(), event.value());
    }

    @Benchmark
    public Object parseTransformWrite() throws IOException {
        SourceRecord made = transform.apply(record(JSON.readValue(page, Map.class)));
        return converter.fromConnectData(made.topic(), made.valueSchema(), made.value());
    }

    private SourceRecord record(Map<?, ?> value) {
        ConnectHeaders headers = new ConnectHeaders();
        headers.addString(RecordHeaders.TENANT, "default");
        headers.addString(RecordHeaders.CHANNEL, "shopify");
        headers.addString(RecordHeaders.INSTANCE, "shop-de");
        headers.addString(RecordHeaders.STREAM, stream);
        headers.addString(RecordHeaders.CAPTURE_MODE, "POLL");
        headers.addString(RecordHeaders.CAPTURED_AT, "2026-11-21T08:41:00.000Z");
        return new SourceRecord(
                Map.of("stream", stream),
                Map.of("o", 1L),
                "raw",
                null,
                Schema.STRING_SCHEMA,
                "1",
                null,
                value,
                1L,
                headers);
    }

    private static byte[] resource() throws IOException {
        try (InputStream in = NormaliseBenchmark.class.getResourceAsStream("/shopify-order.json")) {
            return JSON.writeValueAsBytes(JSON.readTree(in));
        }
    }

    private static Map<String, Object> level() {
        return Map.of(
                "id", "gid://shopify/InventoryLevel/99001?inventory_item_id=33001",
                "updatedAt", "2026-11-21T09:00:00Z",
                "location", Map.of("legacyResourceId", "61100"),
                "item", Map.of("legacyResourceId", "33001", "sku", "TEE-NAVY-M", "tracked", true),
                "quantities",
                        List.of(
                                Map.of("name", "available", "quantity", 11),
                                Map.of("name", "on_hand", "quantity", 14),
                                Map.of("name", "committed", "quantity", 3)));
    }
}
