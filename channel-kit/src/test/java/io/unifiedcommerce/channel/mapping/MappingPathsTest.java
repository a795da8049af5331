package io.unifiedcommerce.channel.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ChannelManifest.MappedStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    }
}
