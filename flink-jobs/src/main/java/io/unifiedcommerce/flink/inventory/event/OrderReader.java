package io.unifiedcommerce.flink.inventory.event;

import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.OrderFact;
import io.unifiedcommerce.model.Component;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.Fulfilment;
import io.unifiedcommerce.model.FulfilmentLine;
import io.unifiedcommerce.model.Keys;
import io.unifiedcommerce.model.Order;
import io.unifiedcommerce.model.OrderLine;
import io.unifiedcommerce.model.Refund;
import io.unifiedcommerce.model.RefundLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What orders, fulfilments and refunds say about stock. An order counts from the moment it is placed, paid or not. */
final class OrderReader {

    private static final String CANCELLED = "CANCELLED";
    private static final String DELETE = "DELETE";

    /** States in which the goods have left, if they did not come back before they were shipped. */
    private static final Set<String> LEFT =
            Set.of("SHIPPED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED", "FAILED", "RETURNED");

    private final Places places;

    OrderReader(LedgerConfig config) {
        this.places = new Places(config);
    }

    void read(Order order, Facts facts) {
        Envelope envelope = order.getEnvelope();
        boolean isDeleted = envelope.getOp().equals(DELETE);
        List<OrderFact.Ordered> lines = new ArrayList<>();
        if (!isDeleted) {
            Set<String> bundles = order.getLines().stream()
                    .map(OrderLine::getBundleLineId)
                    .filter(bundle -> bundle != null)
                    .collect(Collectors.toSet());
            for (OrderLine line : order.getLines()) {
                OrderFact.Ordered ordered = ordered(order, line, bundles.contains(line.getLineId()), facts);
                if (ordered != null) {
                    lines.add(ordered);
                }
            }
        }
        long updatedAt = order.getUpdatedAt().toEpochMilli();
        Instant cancelledAt = isCancelled(order) ? order.getCancelledAt() : null;
        facts.about(
                envelope.getTenantId(),
                key(envelope, order.getOrderId()),
                new OrderFact.OrderTaken(
                        envelope.getChannelInstance(),
                        envelope.getSourceVersion(),
                        order.getPlacedAt().toEpochMilli(),
                        updatedAt,
                        cancelledAt == null ? updatedAt : cancelledAt.toEpochMilli(),
                        lines));
    }

    void read(Fulfilment fulfilment, Facts facts) {
        Envelope envelope = fulfilment.getEnvelope();
        String instance = envelope.getChannelInstance();
        Instant shippedAt = fulfilment.getShippedAt();
        String status = fulfilment.getStatus();
        boolean isUnclear = !LEFT.contains(status) && status.equals("UNKNOWN");
        boolean hasLeft = !envelope.getOp().equals(DELETE) && (LEFT.contains(status) || isUnclear && shippedAt != null);
        List<OrderFact.Units> lines = new ArrayList<>();
        for (FulfilmentLine line : fulfilment.getLines()) {
            lines.add(new OrderFact.Units(
                    lineKey(envelope, fulfilment.getOrderId(), line.getLineId()), line.getQuantity()));
        }
        facts.about(
                envelope.getTenantId(),
                key(envelope, fulfilment.getOrderId()),
                new OrderFact.GoodsSent(
                        fulfilment.getFulfilmentId(),
                        envelope.getSourceVersion(),
                        sentFrom(instance, fulfilment.getLocationId()),
                        hasLeft,
                        (shippedAt == null ? envelope.getOccurredAt() : shippedAt).toEpochMilli(),
                        lines));
    }

    void read(Refund refund, Facts facts) {
        Envelope envelope = refund.getEnvelope();
        Map<String, OrderFact.Refunded> lines = new TreeMap<>();
        if (!envelope.getOp().equals(DELETE)) {
            for (RefundLine line : refund.getLines()) {
                OrderFact.Refunded back = refunded(refund, line, facts);
                if (back != null) {
                    lines.merge(back.id(), back, OrderReader::together);
                }
            }
        }
        facts.about(
                envelope.getTenantId(),
                key(envelope, refund.getOrderId()),
                new OrderFact.GoodsRefunded(
                        refund.getRefundId(),
                        envelope.getSourceVersion(),
                        refund.getProcessedAt().toEpochMilli(),
                        List.copyOf(lines.values())));
    }

    private OrderFact.Ordered ordered(Order order, OrderLine line, boolean isExploded, Facts facts) {
        if (Boolean.TRUE.equals(line.getIsGiftCard())) {
            facts.dropped(Dropped.GIFT_CARD);
            return null;
        }
        if (Places.isMissing(line.getSku())) {
            facts.dropped(Dropped.NO_SKU);
            return null;
        }
        Envelope envelope = order.getEnvelope();
        String instance = envelope.getChannelInstance();
        String assigned =
                Places.isMissing(line.getAssignedLocationId()) ? order.getLocationId() : line.getAssignedLocationId();
        String location = places.charge(instance, assigned, "lines[].assigned_location_id or location_id");
        if (location == null) {
            facts.dropped(Dropped.IGNORED_LOCATION);
            return null;
        }
        long quantity = Math.max(0, line.getQuantity());
        long cancelled = isCancelled(order)
                ? Math.max(line.getCancelledQuantity(), quantity - line.getFulfilledQuantity())
                : line.getCancelledQuantity();
        return new OrderFact.Ordered(
                lineKey(envelope, order.getOrderId(), line.getLineId()),
                line.getSku(),
                location,
                quantity,
                cancelled,
                line.getFulfilledQuantity(),
                places.isMirrored(instance, assigned),
                isExploded,
                parts(line.getComponents()));
    }

    private OrderFact.Refunded refunded(Refund refund, RefundLine line, Facts facts) {
        boolean isReturn = line.getRestock().equals("RETURN");
        if (!isReturn && !line.getRestock().equals("CANCEL")) {
            facts.dropped(Dropped.NOT_RESTOCKED);
            return null;
        }
        Envelope envelope = refund.getEnvelope();
        String instance = envelope.getChannelInstance();
        String locationId = line.getRestockLocationId();
        String location = null;
        if (isReturn && !Places.isMissing(locationId)) {
            location = places.charge(instance, locationId, "lines[].restock_location_id");
            if (location == null) {
                facts.dropped(Dropped.IGNORED_LOCATION);
                return null;
            }
        }
        return new OrderFact.Refunded(
                Keys.of(instance, refund.getRefundId(), line.getLineId(), line.getRestock(), locationId),
                lineKey(envelope, refund.getOrderId(), line.getLineId()),
                line.getQuantity(),
                isReturn,
                location,
                places.isMirrored(instance, locationId));
    }

    /** Goods that leave from a place that is none of the hub's still deliver the line. */
    private String sentFrom(String instance, String locationId) {
        if (Places.isMissing(locationId)) {
            return null;
        }
        String location = places.charge(instance, locationId, "location_id");
        return location == null ? Keys.of(instance, locationId) : location;
    }

    private static OrderFact.Refunded together(OrderFact.Refunded one, OrderFact.Refunded other) {
        return new OrderFact.Refunded(
                one.id(),
                one.line(),
                one.quantity() + other.quantity(),
                one.isReturn(),
                one.location(),
                one.mirrored());
    }

    static List<Fact.Part> parts(List<Component> components) {
        Map<String, Long> units = new TreeMap<>();
        components.stream()
                .filter(component -> component.getQuantity() > 0 && !Places.isMissing(component.getSku()))
                .forEach(component -> units.merge(component.getSku(), component.getQuantity(), Long::sum));
        return units.entrySet().stream()
                .map(part -> new Fact.Part(part.getKey(), part.getValue()))
                .toList();
    }

    private static boolean isCancelled(Order order) {
        return order.getStatus().equals(CANCELLED);
    }

    private static String key(Envelope envelope, String orderId) {
        return Keys.of(envelope.getTenantId(), envelope.getChannelInstance(), orderId);
    }

    private static String lineKey(Envelope envelope, String orderId, String lineId) {
        return Keys.of(envelope.getChannelInstance(), orderId, lineId);
    }
}
