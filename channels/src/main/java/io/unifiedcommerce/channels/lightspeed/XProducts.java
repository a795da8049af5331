package io.unifiedcommerce.channels.lightspeed;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds products by SKU, one in a request, and reads their levels. */
final class XProducts {
    private static final RequestSpec BY_SKU = WriteRequests.get("/products", Map.of("sku", "sku"));
    private static final RequestSpec LEVELS = WriteRequests.get("/inventory/${product}", Map.of());
    private static final Path DATA = Path.parse("data");
    private static final Path ROWS = Path.parse("$");
    private static final Path ID = Path.parse("id");
    private static final Path SKU = Path.parse("sku");
    private static final Path DELETED = Path.parse("deleted_at");
    private static final Path OUTLET = Path.parse("outlet_id");
    private static final Path LEVEL = Path.parse("current_inventory_level");
    private static final int REMEMBERED = 50_000;
    /** A SKU may be given to another product. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final ChannelClient client;
    private final Clock clock;
    private final Map<String, Found> known = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Found(List<String> ids, Instant at) {}

    XProducts(ChannelClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Ids of the live products with the SKU. */
    List<String> ids(String sku) {
        Found found = known.get(sku);
        if (found == null || found.at().plus(GOOD_FOR).isBefore(clock.instant())) {
            found = new Found(ask(sku), clock.instant());
            known.put(sku, found);
        }
        return found.ids();
    }

    private List<String> ask(String sku) {
        Object body = client.call(BY_SKU, Map.of("sku", sku), ChannelClient.Purpose.WRITE)
                .body();
        return DATA.list(body).stream()
                // The platform finds a product by any of its codes.
                .filter(product -> sku.equals(SKU.string(product)) && DELETED.get(product) == null)
                .map(ID::string)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Units of the product at an outlet; 0 where it was never stocked. */
    long level(String productId, String outletId) {
        Object body = client.call(LEVELS, Map.of("product", productId), ChannelClient.Purpose.WRITE)
                .body();
        return ROWS.list(body).stream()
                .filter(row -> outletId.equals(OUTLET.string(row)))
                .map(row -> LEVEL.string(row))
                .filter(Objects::nonNull)
                .map(text ->
                        new BigDecimal(text).setScale(0, RoundingMode.HALF_UP).longValueExact())
                .findFirst()
                .orElse(0L);
    }
}
