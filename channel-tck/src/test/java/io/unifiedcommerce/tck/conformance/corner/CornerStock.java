package io.unifiedcommerce.tck.conformance.corner;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;
import java.util.Map;

/** Writes stock to the corner shop: a change by its key, or a number. */
public class CornerStock implements WriteStrategy<StockCommand> {
    private static final RequestSpec CHANGE = WriteRequests.json("POST", "/stock/changes");
    private static final RequestSpec SET = WriteRequests.json("PUT", "/stock");

    @Override
    public String name() {
        return "corner-stock";
    }

    @Override
    public Class<StockCommand> commandType() {
        return StockCommand.class;
    }

    /** What a change tells the shop. */
    Map<String, Object> change(StockCommand command) {
        return Map.of("sku", command.sku(), "delta", command.delta(), "key", command.pushId());
    }

    @Override
    public Writer<StockCommand> open(WriteContext context) {
        return (commands, outcomes) -> commands.forEach(command -> {
            boolean delta = command.mode() == WriteSpec.Mode.DELTA;
            Map<String, Object> body =
                    delta ? change(command) : Map.of("sku", command.sku(), "units", command.target());
            context.client().call(delta ? CHANGE : SET, Map.of("body", body), ChannelClient.Purpose.WRITE);
            outcomes.accept(command, new WriteOutcome.Applied(null, null, null));
        });
    }

    /** Forgets the key. */
    public static final class Careless extends CornerStock {
        @Override
        public String name() {
            return "corner-stock-careless";
        }

        @Override
        Map<String, Object> change(StockCommand command) {
            return Map.of("sku", command.sku(), "delta", command.delta());
        }
    }
}
