package io.unifiedcommerce.channels.sapcommerce;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Reads the stock levels of some commands at once and changes those that differ, one by one. */
final class SapCommerceInventoryWriter implements Writer<StockCommand> {
    private static final Path PRODUCT = Path.parse("productCode");
    private static final Path WAREHOUSE = Path.parse("warehouse.code");
    private static final Path AVAILABLE = Path.parse("available");
    private static final Path RESERVED = Path.parse("reserved");

    private final EntitySet levels;

    private record Key(String sku, String warehouse) {}

    SapCommerceInventoryWriter(ChannelClient client) {
        this.levels = new EntitySet(client, "sap.stock");
    }

    @Override
    public void write(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        List<StockCommand> usable = new ArrayList<>();
        for (StockCommand command : commands) {
            String problem = problem(command);
            if (problem == null) {
                usable.add(command);
            } else {
                outcomes.accept(command, new WriteOutcome.Rejected(problem));
            }
        }
        Map<Key, List<Object>> found = read(usable);
        for (StockCommand command : usable) {
            List<Object> rows = found.getOrDefault(key(command), List.of());
            outcomes.accept(command, rows.size() == 1 ? write(command, rows.get(0)) : ambiguous(command, rows.size()));
        }
    }

    private static String problem(StockCommand command) {
        if (command.mode() == WriteSpec.Mode.DELTA) {
            return "SAP Commerce takes no relative change of stock; use cas or set";
        }
        if (command.locationId() == null) {
            return "location_id is missing; SAP Commerce keeps stock by warehouse";
        }
        if (command.target() < 0 || command.target() > Integer.MAX_VALUE) {
            return "target is below 0 or beyond " + Integer.MAX_VALUE;
        }
        return null;
    }

    private static Key key(StockCommand command) {
        return new Key(command.sku(), command.locationId());
    }

    /** Stock levels by product and warehouse; a filter each for the products of a warehouse. */
    private Map<Key, List<Object>> read(List<StockCommand> commands) {
        Map<String, List<StockCommand>> byWarehouse = commands.stream()
                .collect(Collectors.groupingBy(StockCommand::locationId, LinkedHashMap::new, Collectors.toList()));
        Map<Key, List<Object>> found = new LinkedHashMap<>();
        byWarehouse.forEach((warehouse, some) -> {
            String products = some.stream()
                    .map(command -> "productCode eq " + EntitySet.literal(command.sku()))
                    .distinct()
                    .collect(Collectors.joining(" or "));
            levels.find("warehouse/code eq " + EntitySet.literal(warehouse) + " and (" + products + ")", "warehouse")
                    .forEach(row -> found.computeIfAbsent(
                                    new Key(PRODUCT.string(row), WAREHOUSE.string(row)), key -> new ArrayList<>())
                            .add(row));
        });
        return found;
    }

    /** Nothing is made where there is no level: a product code is a mere text there, so a wrong one would not be noticed. */
    private static WriteOutcome ambiguous(StockCommand command, int rows) {
        String where = "SKU '" + command.sku() + "' in warehouse '" + command.locationId() + "'";
        return new WriteOutcome.Rejected(
                rows == 0
                        ? where + " has no stock level; create it in the Backoffice or map the SKU to another"
                        : where + " has " + rows + " stock levels, as order management makes them; count it there");
    }

    private WriteOutcome write(StockCommand command, Object row) {
        long reserved = number(RESERVED.get(row));
        long shown = number(AVAILABLE.get(row)) - reserved;
        if (shown == command.target()) {
            return new WriteOutcome.Applied(null, shown, null);
        }
        if (command.mode() == WriteSpec.Mode.CAS && shown != command.expected()) {
            return new WriteOutcome.Conflict(shown, "the store does not show " + command.expected());
        }
        try {
            var answer = levels.change(row, Map.of("available", command.target() + reserved));
            return new WriteOutcome.Applied(shown, command.target(), answer.receivedAt());
        } catch (ChannelException.Rejected refusal) {
            return new WriteOutcome.Rejected("SAP Commerce refused it: " + EntitySet.reason(refusal));
        }
    }

    /** Whole numbers of 64 bits come as texts, those of 32 bits as numbers; null is none. */
    private static long number(Object value) {
        return value == null ? 0 : new BigDecimal(value.toString()).longValueExact();
    }
}
