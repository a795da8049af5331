package io.unifiedcommerce.channels.salesforcecommerce;

import com.fasterxml.jackson.databind.node.TextNode;
import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Native inventory lists by OCAPI, one record a call. Setting the allocation sets the turnover to 0: the platform then shows the
 * allocation, less the orders from then on.
 */
final class NativeStock implements ShownStock {
    private static final String RECORD = "/inventory_lists/${list}/product_inventory_records/${product}";
    private static final RequestSpec READ = request("GET");
    private static final RequestSpec CHANGE = request("PATCH");
    private static final RequestSpec CREATE = request("PUT");
    private static final Path STOCK_LEVEL = Path.parse("stock_level");
    private static final Path FAULT = Path.parse("fault.type");
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final ChannelClient client;

    NativeStock(ChannelClient client) {
        this.client = client;
    }

    private static RequestSpec request(String method) {
        return new RequestSpec(
                        method,
                        RECORD,
                        Map.of(),
                        Map.of("x-dw-client-id", "${salesforce.client.id}"),
                        method.equals("GET") ? null : TextNode.valueOf("${body}"),
                        null,
                        Map.of())
                .at("ocapi");
    }

    @Override
    public String problem(StockCommand command) {
        return null;
    }

    /** Only commands that expect a number are worth a call of their own. */
    @Override
    public Map<StockCommand, Long> available(List<StockCommand> commands) {
        Map<StockCommand, Long> available = new IdentityHashMap<>();
        for (StockCommand command : commands) {
            if (command.mode() == WriteSpec.Mode.CAS) {
                available.put(command, level(command));
            }
        }
        return available;
    }

    /** Null where there is no record. */
    private Long level(StockCommand command) {
        try {
            Object record = client.call(READ, values(command), ChannelClient.Purpose.WRITE)
                    .body();
            return STOCK_LEVEL.get(record) instanceof Number level ? level.longValue() : null;
        } catch (ChannelException.Rejected e) {
            if (isMissingRecord(e)) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public void set(List<StockCommand> commands, BiConsumer<StockCommand, WriteOutcome> outcomes) {
        for (StockCommand command : commands) {
            try {
                outcomes.accept(command, applied(command, send(CHANGE, command)));
            } catch (ChannelException.Rejected e) {
                outcomes.accept(command, afterRefusal(command, e));
            }
        }
    }

    private WriteOutcome afterRefusal(StockCommand command, ChannelException.Rejected refusal) {
        if (!isMissingRecord(refusal)) {
            return refused(command, refusal);
        }
        try {
            return applied(command, send(CREATE, command));
        } catch (ChannelException.Rejected e) {
            return refused(command, e);
        }
    }

    private Answer send(RequestSpec request, StockCommand command) {
        return client.call(request, values(command), ChannelClient.Purpose.WRITE);
    }

    private static Map<String, Object> values(StockCommand command) {
        return Map.of(
                "list",
                command.locationId(),
                "product",
                command.sku(),
                "body",
                Map.of("allocation", Map.of("amount", command.target())));
    }

    private static WriteOutcome applied(StockCommand command, Answer answer) {
        return new WriteOutcome.Applied(null, command.target(), answer.receivedAt());
    }

    private static WriteOutcome refused(StockCommand command, ChannelException.Rejected refusal) {
        if (refusal.status() == CONFLICT) {
            throw new ChannelException.Transient(
                    "another update of the same inventory record is under way", Duration.ofSeconds(1), false, refusal);
        }
        String fault = FAULT.string(refusal.body());
        return new WriteOutcome.Rejected("Salesforce refused SKU '" + command.sku() + "' in list '"
                + command.locationId() + "': " + (fault == null ? "status " + refusal.status() : fault));
    }

    private static boolean isMissingRecord(ChannelException.Rejected refusal) {
        return refusal.status() == NOT_FOUND
                && "ProductInventoryRecordNotFoundException".equals(FAULT.string(refusal.body()));
    }
}
