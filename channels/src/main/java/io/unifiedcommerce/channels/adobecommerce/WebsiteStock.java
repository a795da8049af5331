package io.unifiedcommerce.channels.adobecommerce;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.record.Path;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a website may sell, and the sources that it sells from. */
final class WebsiteStock {
    private static final Search STOCKS = Search.of("/V1/inventory/stocks");
    private static final Search LINKS = Search.of("/V1/inventory/stock-source-links", "stock_id eq");
    private static final Search SOURCES = Search.of("/V1/inventory/sources", "source_code in");
    private static final Search SALABLE =
            Search.of("/V1/inventory/export-stock-salable-qty/website/${website}", "sku in");
    private static final Path STOCK_ID = Path.parse("stock_id");
    private static final Path CHANNELS = Path.parse("extension_attributes.sales_channels");
    private static final Path TYPE = Path.parse("type");
    private static final Path CODE = Path.parse("code");
    private static final Path SOURCE_CODE = Path.parse("source_code");
    private static final Path PRIORITY = Path.parse("priority");
    private static final Path ENABLED = Path.parse("enabled");
    private static final Path SKU = Path.parse("sku");
    private static final Path QUANTITY = Path.parse("qty");

    private final ChannelClient client;
    private final String website;

    WebsiteStock(ChannelClient client, String website) {
        this.client = client;
        this.website = website;
    }

    /** Codes of the enabled sources, highest priority first; empty when no stock is sold on the website. */
    List<String> sources() {
        Object stockId = STOCKS.items(client, Map.of()).stream()
                .filter(this::isSoldHere)
                .map(STOCK_ID::get)
                .findFirst()
                .orElse(null);
        if (stockId == null) {
            return List.of();
        }
        List<String> linked = LINKS.items(client, Map.of("stock_id", stockId)).stream()
                .sorted(Comparator.comparing(link -> SourceItems.number(PRIORITY.get(link))))
                .map(SOURCE_CODE::string)
                .toList();
        List<String> enabled = SOURCES.items(client, Map.of("source_code", linked)).stream()
                .filter(source -> !Boolean.FALSE.equals(ENABLED.get(source)))
                .map(SOURCE_CODE::string)
                .toList();
        return linked.stream().filter(enabled::contains).toList();
    }

    private boolean isSoldHere(Object stock) {
        return CHANNELS.list(stock).stream()
                .anyMatch(channel -> "website".equals(TYPE.string(channel)) && website.equals(CODE.string(channel)));
    }

    /** Units that may be sold now, by folded SKU; SKUs that the website does not know are missing. */
    Map<String, BigDecimal> salable(Collection<String> skus) {
        Map<String, BigDecimal> salable = new HashMap<>();
        for (List<String> some : SourceItems.parts(skus)) {
            for (Object row : SALABLE.items(client, Map.of("website", website, "sku", some))) {
                salable.put(SourceItems.folded(SKU.string(row)), SourceItems.number(QUANTITY.get(row)));
            }
        }
        return salable;
    }
}
