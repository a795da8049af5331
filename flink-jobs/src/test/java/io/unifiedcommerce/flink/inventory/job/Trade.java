package io.unifiedcommerce.flink.inventory.job;

import static io.unifiedcommerce.flink.inventory.event.UnifiedEvents.NOON;

import io.unifiedcommerce.flink.inventory.event.UnifiedEvents;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.JsonForm;
import io.unifiedcommerce.model.OrderLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/** Some trade in a few SKUs and a bundle, as unified events in the order in which they might lie in the topics. */
final class Trade {

    static final int SKUS = 12;

    static final String CONFIG = """
            hub: hub
            timing: {debounce: PT0S}
            locations:
              - {id: warehouse, authority: erp}
              - {id: attic}
            channels:
              - {instance: shop-a, sells: [warehouse, attic], push: {location_id: main, mode: DELTA}}
              - {instance: shop-b, sells: [warehouse], push: {location_id: main, mode: SET}, buffer: 1}
            """;

    private final Random random;
    private final Map<Entity, List<byte[]>> events = new EnumMap<>(Entity.class);

    private Trade(long seed) {
        this.random = new Random(seed);
    }

    static Map<Entity, List<byte[]>> of(long seed, int orders) {
        return new Trade(seed).trade(orders);
    }

    static String sku(int number) {
        return "SKU-" + number;
    }

    private Map<Entity, List<byte[]>> trade(int orders) {
        add(Entity.VARIANT, UnifiedEvents.bundle("shop-a", "SET", sku(0), 2));
        for (int sku = 0; sku < SKUS; sku++) {
            add(
                    Entity.INVENTORY_LEVEL,
                    UnifiedEvents.level("erp", "warehouse", sku(sku), 50, NOON).build());
            add(
                    Entity.INVENTORY_LEVEL,
                    UnifiedEvents.level("hub", "attic", sku(sku), 10, NOON).build());
            add(
                    Entity.INVENTORY_LEVEL,
                    UnifiedEvents.level("shop-a", "main", sku(sku), 60, NOON).build());
        }
        for (int order = 0; order < orders; order++) {
            order(order);
        }
        return events;
    }

    private void order(int number) {
        String shop = random.nextBoolean() ? "shop-a" : "shop-b";
        String id = "o" + number;
        Instant at = NOON.plusSeconds(60 + number);
        List<OrderLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int line = 0; line < count; line++) {
            String sku = random.nextInt(10) == 0 ? "SET" : sku(random.nextInt(SKUS));
            lines.add(UnifiedEvents.line("l" + line, sku, 1 + random.nextInt(2)).build());
        }
        add(
                Entity.ORDER,
                UnifiedEvents.order(shop, id, "1", at, lines.toArray(new OrderLine[0]))
                        .build());
        if (random.nextInt(3) == 0) {
            add(
                    Entity.ORDER,
                    UnifiedEvents.order(shop, id, "2", at, lines.get(0))
                            .setUpdatedAt(at.plusSeconds(5))
                            .build());
        }
        if (random.nextInt(3) == 0) {
            add(
                    Entity.FULFILMENT,
                    UnifiedEvents.fulfilment(shop, "f" + number, id, "l0", 1)
                            .setShippedAt(at.plusSeconds(30))
                            .build());
        }
        if (random.nextInt(20) == 0) {
            events.get(Entity.ORDER).add("{\"not\": \"an order\"}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void add(Entity entity, SpecificRecord event) {
        events.computeIfAbsent(entity, any -> new ArrayList<>()).add(JsonForm.write(event));
    }
}
