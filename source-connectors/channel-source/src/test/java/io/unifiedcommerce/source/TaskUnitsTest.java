package io.unifiedcommerce.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.read.StreamPlan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskUnitsTest {
    private static final ApiManifest SHOPIFY =
            (ApiManifest) ChannelFolders.builtIn().named("shopify").manifest();

    @Test
    void theHeaviestStreamsGoToDifferentTasks() {
        List<StreamPlan> plans =
                StreamPlan.of(SHOPIFY, Set.of("orders", "refunds", "products", "customers", "inventory_levels"));
        assertThat(TaskUnits.spread(plans, false, 2))
                .containsExactly(
                        new TaskUnits.Share(List.of("orders", "products"), false),
                        new TaskUnits.Share(List.of("customers", "inventory_levels"), false));
    }

    @Test
    void aStreamInsideAnotherGoesWithIt() {
        assertThat(TaskUnits.spread(StreamPlan.of(SHOPIFY, Set.of("refunds", "payments")), false, 5))
                .containsExactly(new TaskUnits.Share(List.of("orders"), false));
    }

    @Test
    void exactlyOneTaskListens() {
        for (int tasks = 1; tasks < 8; tasks++) {
            List<TaskUnits.Share> shares =
                    TaskUnits.spread(StreamPlan.of(SHOPIFY, SHOPIFY.streams().keySet()), true, tasks);
            assertThat(shares).hasSizeLessThanOrEqualTo(tasks);
            assertThat(shares.stream().filter(TaskUnits.Share::webhooks)).hasSize(1);
            assertThat(shares.stream().flatMap(share -> share.streams().stream()))
                    .containsExactlyInAnyOrder("orders", "products", "inventory_levels", "customers", "locations");
        }
    }
}
