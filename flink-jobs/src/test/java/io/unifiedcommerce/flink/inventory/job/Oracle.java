package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.Decision;
import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.KitLedger;
import io.unifiedcommerce.flink.inventory.core.Ledger;
import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.LedgerState;
import io.unifiedcommerce.flink.inventory.core.OrderBook;
import io.unifiedcommerce.flink.inventory.core.OrderFact;
import io.unifiedcommerce.flink.inventory.core.OrderState;
import io.unifiedcommerce.flink.inventory.core.SkuKey;
import io.unifiedcommerce.flink.inventory.core.SkuLedger;
import io.unifiedcommerce.flink.inventory.event.BadEventException;
import io.unifiedcommerce.flink.inventory.event.Dropped;
import io.unifiedcommerce.flink.inventory.event.EventReader;
import io.unifiedcommerce.flink.inventory.event.Facts;
import io.unifiedcommerce.model.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The core without Flink, one event after the other: what the job must come to, whatever happens to it. */
final class Oracle implements Facts {

    private final LedgerConfig config;
    private final Map<SkuKey, Ledger> ledgers = new HashMap<>();
    private final Map<SkuKey, Ledger> bundles = new HashMap<>();
    private final Map<String, OrderState> orders = new HashMap<>();
    private final Map<String, List<Fact.Part>> recipes = new HashMap<>();
    private final Map<String, Long> available = new TreeMap<>();
    private long now = 1;
    private int bad;

    private Oracle(LedgerConfig config) {
        this.config = config;
    }

    static Oracle after(LedgerConfig config, Map<Entity, List<byte[]>> events) {
        Oracle oracle = new Oracle(config);
        EventReader reader = new EventReader(config);
        List.of(Entity.VARIANT, Entity.INVENTORY_LEVEL, Entity.ORDER, Entity.FULFILMENT)
                .forEach(entity -> events.getOrDefault(entity, List.of()).forEach(event -> {
                    try {
                        reader.read(entity, event, oracle);
                    } catch (BadEventException expected) {
                        oracle.bad++;
                    }
                }));
        return oracle;
    }

    /** Units free to sell by SKU and location. */
    Map<String, Long> available() {
        return available;
    }

    int bad() {
        return bad;
    }

    @Override
    public void about(SkuKey sku, Fact fact) {
        if (fact instanceof Fact.KitDefined kit) {
            recipes.put(sku.sku(), kit.parts());
        }
        ledgers.computeIfAbsent(sku, key -> new SkuLedger(config, key, LedgerState.inMemory()))
                .apply(fact, ++now, decision -> note(sku, decision));
    }

    @Override
    public void about(String tenant, String order, OrderFact fact) {
        OrderState state = orders.computeIfAbsent(order, id -> new OrderState());
        new OrderBook(state, sku -> recipes.getOrDefault(sku, List.of()))
                .take(fact, ++now, (sku, following) -> about(new SkuKey(tenant, sku), following));
    }

    @Override
    public void dropped(Dropped reason) {}

    private void note(SkuKey sku, Decision decision) {
        if (decision instanceof Decision.Position position && position.location() != null) {
            available.put(sku.sku() + "@" + position.location(), position.available());
        } else if (decision instanceof Decision.Feed feed) {
            SkuKey kit = new SkuKey(sku.tenant(), feed.kit());
            bundles.computeIfAbsent(kit, key -> new KitLedger(config, key, LedgerState.inMemory()))
                    .apply(feed.fact(), ++now, following -> note(kit, following));
        }
    }
}
