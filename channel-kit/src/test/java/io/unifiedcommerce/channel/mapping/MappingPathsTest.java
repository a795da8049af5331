package io.unifiedcommerce.channel.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ChannelManifest.MappedStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingPathsTest {

    @TempDir
    Path directory;

    @Test
    void seesEveryPathFromTheStartOfTheRecord() throws IOException {
        String mapping = """
                entity: refund
                when: {ne: [state, {const: draft}]}
                envelope:
                  entity_id: id
                  source_version: {instant: {first: [changed, created]}}
                  occurred_at: {instant: created}
                fields:
                  refund_id: id
                  order_id: $parent.id
                  amount: {sum: payments, of: amount, when: {eq: [ok, true]}}
                  currency: currency
                  processed_at: {instant: created}
                  lines:
                    each: parcels
                    inner: items
                    when: {present: line}
                    fields:
                      line_id: line
                      sku: {find: /products, where: {eq: [id, ^product]}, value: sku}
                      quantity: count
                      restock: {if: {eq: [/restocked, true]}, then: {const: RETURN}, else: {const: NONE}}
                """;
        Path folder = Files.createDirectories(directory.resolve("shop"));
        Files.writeString(folder.resolve("refund.yaml"), mapping);
        MappingPlan plan = MappingPlan.compile(
                ChannelFolder.directory(folder), new MappedStream("refunds", "refund", "refund.yaml"));

        assertThat(plan.paths())
                .containsExactly(
                        "$parent.id",
                        "changed",
                        "created",
                        "currency",
                        "id",
                        "parcels",
                        "parcels[].items",
                        "parcels[].items[].count",
                        "parcels[].items[].line",
                        "parcels[].product",
                        "payments",
                        "payments[].amount",
                        "payments[].ok",
                        "products",
                        "products[].id",
                        "products[].sku",
                        "restocked",
                        "state");

        assertThat(plan.fieldLineage())
                .containsEntry("envelope.source_version", List.of("changed", "created"))
                .containsEntry("amount", List.of("payments", "payments[].ok", "payments[].amount"))
                .containsEntry("lines[]", List.of("parcels", "parcels[].items", "parcels[].items[].line"))
                .containsEntry("lines[].quantity", List.of("parcels[].items[].count"))
                .containsEntry(
                        "lines[].sku", List.of("/products", "/products[].id", "parcels[].product", "/products[].sku"))
                .containsEntry("lines[].restock", List.of("/restocked"));
    }

    @Test
    void tellsOfNestedRecordsListsAndMapsFieldByField() throws IOException {
        String mapping = """
                entity: order
                envelope: {entity_id: id, source_version: id, occurred_at: {instant: at}}
                fields:
                  order_id: id
                  status: {if: {present: done}, then: {const: COMPLETED}, else: {const: PENDING}}
                  placed_at: {instant: at}
                  updated_at: {instant: at}
                  currency: {first: [currency, shop.currency]}
                  prices_include_tax: true
                  items_subtotal: total
                  discount_total: 0
                  shipping_total: 0
                  tax_total: 0
                  grand_total: total
                  customer_snapshot: {object: {email: mail}, when: {present: mail}}
                  discounts:
                    chain:
                      - {object: {amount: voucher.amount}, when: {present: voucher}}
                      - {each: coupons, fields: {amount: off, code: code}}
                  tags: {each: labels, value: name}
                extensions: {source: origin}
                """;
        Path folder = Files.createDirectories(directory.resolve("shop"));
        Files.writeString(folder.resolve("order.yaml"), mapping);

        assertThat(MappingPlan.compile(
                                ChannelFolder.directory(folder), new MappedStream("orders", "order", "order.yaml"))
                        .fieldLineage())
                .containsEntry("status", List.of("done"))
                .containsEntry("currency", List.of("currency", "shop.currency"))
                .containsEntry("prices_include_tax", List.of())
                .containsEntry("customer_snapshot", List.of("mail"))
                .containsEntry("customer_snapshot.email", List.of("mail"))
                .containsEntry("discounts[]", List.of("voucher", "coupons"))
                .containsEntry("discounts[].amount", List.of("voucher.amount", "coupons[].off"))
                .containsEntry("discounts[].code", List.of("coupons[].code"))
                .containsEntry("tags[]", List.of("labels", "labels[].name"))
                .containsEntry("envelope.extensions.source", List.of("origin"));
    }
}
