package io.unifiedcommerce.flink.inventory.event;

import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Fulfilment;
import io.unifiedcommerce.model.InventoryAdjustment;
import io.unifiedcommerce.model.InventoryLevel;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.JsonForm;
import io.unifiedcommerce.model.ModelException;
import io.unifiedcommerce.model.Order;
import io.unifiedcommerce.model.Refund;
import io.unifiedcommerce.model.Reservation;
import io.unifiedcommerce.model.Variant;
import java.util.Set;

/** Turns unified events, as they lie in Kafka, into facts. Without state; for one thread. */
public final class EventReader {

    /** Entities that say something about stock. */
    public static final Set<Entity> ENTITIES = Set.of(
            Entity.ORDER,
            Entity.FULFILMENT,
            Entity.REFUND,
            Entity.INVENTORY_LEVEL,
            Entity.INVENTORY_ADJUSTMENT,
            Entity.RESERVATION,
            Entity.INVENTORY_PUSH_RESULT,
            Entity.VARIANT);

    private final OrderReader orders;
    private final StockReader stock;

    public EventReader(LedgerConfig config) {
        this.orders = new OrderReader(config);
        this.stock = new StockReader(config);
    }

    /**
     * Reads an event.
     *
     * @param value its JSON form; null for a tombstone, which says that the topic forgets, not that the stock changes
     * @throws BadEventException if it cannot be read or used
     */
    public void read(Entity entity, byte[] value, Facts facts) {
        if (value == null) {
            facts.dropped(Dropped.DELETED);
            return;
        }
        try {
            switch (entity) {
                case ORDER -> orders.read(JsonForm.read(value, Order.class), facts);
                case FULFILMENT -> orders.read(JsonForm.read(value, Fulfilment.class), facts);
                case REFUND -> orders.read(JsonForm.read(value, Refund.class), facts);
                case INVENTORY_LEVEL -> stock.read(JsonForm.read(value, InventoryLevel.class), facts);
                case INVENTORY_ADJUSTMENT -> stock.read(JsonForm.read(value, InventoryAdjustment.class), facts);
                case RESERVATION -> stock.read(JsonForm.read(value, Reservation.class), facts);
                case INVENTORY_PUSH_RESULT -> stock.read(JsonForm.read(value, InventoryPushResult.class), facts);
                case VARIANT -> stock.read(JsonForm.read(value, Variant.class), facts);
                default -> throw new IllegalArgumentException("The ledger does not read " + entity);
            }
        } catch (ModelException unusable) {
            throw new BadEventException(unusable.getMessage(), unusable);
        }
    }
}
