package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.hook.BulkJob;

/**
 * Reads history by Shopify's bulk operations: a query runs on their side and its result is downloaded as JSON lines. The query
 * file holds the document as Shopify wants it for bulk use: {@code edges { node { … } }}, no variables, and the window written
 * as {@code ${window.from}} and {@code ${window.to}}.
 *
 * @see <a href="https://shopify.dev/docs/api/usage/bulk-operations/queries">Bulk operations</a>
 */
public final class ShopifyBulkJob implements BulkJob {

    @Override
    public String name() {
        return "shopify-bulk";
    }

    @Override
    public Run open(Order order) {
        String document = order.folder().text(order.read().request().query());
        BulkShape shape = BulkShape.of(document);
        String query = document.replace(
                        "${window.from}", String.valueOf(order.values().get("window.from")))
                .replace("${window.to}", String.valueOf(order.values().get("window.to")));
        return new BulkRun(new BulkOperation(order.client(), query), order.client(), shape, BulkLimits.DEFAULT);
    }
}
