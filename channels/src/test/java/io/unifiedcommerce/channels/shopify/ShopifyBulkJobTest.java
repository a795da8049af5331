package io.unifiedcommerce.channels.shopify;

import static io.unifiedcommerce.channels.shopify.BulkPlatform.completed;
import static io.unifiedcommerce.channels.shopify.BulkPlatform.refusal;
import static io.unifiedcommerce.channels.shopify.BulkPlatform.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.hook.BulkJob;
import io.unifiedcommerce.channel.hook.Hooks;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShopifyBulkJobTest {
    private static final String TREE =
            "{ orders { edges { node { id lines: lineItems { edges { node { id parts { edges {"
                    + " node { id } } } } } } notes { edges { node { id } } } } } } }";

    private final BulkPlatform shopify = new BulkPlatform();

    @Test
    void runsTheDocumentOfTheWindowAndWaitsForIt() {
        shopify.states.addAll(List.of(status("CREATED"), status("RUNNING"), completed(0)));
        BulkJob.Run run = products();
        assertThat(run.next()).isEqualTo(new BulkJob.Waiting(Duration.ofSeconds(2)));
        assertThat(run.next()).isInstanceOf(BulkJob.Waiting.class);
        assertThat(run.next()).isInstanceOf(BulkJob.Waiting.class);
        assertThat(drain(run)).isEmpty();
        assertThat(shopify.started)
                .singleElement()
                .asString()
                .contains("updated_at:>='2026-01-01T00:00:00Z' AND updated_at:<'2026-02-01T00:00:00Z'");
        assertThat(shopify.downloads).isZero();
    }

    @Test
    void waitsWhileOtherOperationsFillTheShopsLimit() {
        shopify.starts.addAll(List.of(refusal("OPERATION_IN_PROGRESS"), refusal("LIMIT_REACHED")));
        shopify.states.add(completed(0));
        BulkJob.Run run = products();
        assertThat(run.next()).isEqualTo(new BulkJob.Waiting(Duration.ofSeconds(30)));
        assertThat(run.next()).isEqualTo(new BulkJob.Waiting(Duration.ofSeconds(30)));
        assertThat(drain(run)).isEmpty();
        assertThat(shopify.started).hasSize(3);
    }

    @Test
    void refusesADocumentThatShopifyRefuses() {
        shopify.starts.add(refusal("INVALID"));
        assertThatThrownBy(products()::next)
                .isInstanceOf(ChannelException.BrokenContract.class)
                .hasMessageContaining("INVALID");
    }

    @Test
    void startsAFailedOperationAgainAndThenAsksForASmallerWindow() {
        shopify.states.addAll(List.of(
                Map.of(
                        "status", "FAILED",
                        "errorCode", "INTERNAL_SERVER_ERROR",
                        "objectCount", "7",
                        "partialDataUrl", "https://files/partial"),
                status("CANCELED")));
        BulkJob.Run run = products();
        List<BulkJob.Step> steps = new ArrayList<>();
        while (steps.stream().noneMatch(BulkJob.TooLarge.class::isInstance)) {
            steps.add(run.next());
        }
        assertThat(steps).noneMatch(BulkJob.Rows.class::isInstance).noneMatch(BulkJob.Done.class::isInstance);
        assertThat(shopify.started).hasSize(2);
        assertThat(shopify.downloads).as("a part is never used").isZero();
    }

    @Test
    void aDeniedOperationIsForbidden() {
        shopify.states.add(Map.of("status", "FAILED", "errorCode", "ACCESS_DENIED"));
        BulkJob.Run run = products();
        run.next();
        assertThatThrownBy(run::next).isInstanceOf(ChannelException.Forbidden.class);
    }

    @Test
    void givesRecordsInTheShapeOfTheListing() {
        shopify.file = """
                {"id":"gid://shopify/Product/1","title":"Shirt"}
                {"id":"gid://shopify/Product/2","title":"Hat"}
                {"id":"gid://shopify/ProductVariant/11","sku":"S","price":"1.50","__parentId":"gid://shopify/Product/1"}
                """;
        shopify.states.add(completed(3));
        assertThat(drain(products()))
                .containsExactlyInAnyOrder(
                        Map.of(
                                "id", "gid://shopify/Product/1",
                                "title", "Shirt",
                                "variants",
                                        Map.of(
                                                "nodes",
                                                List.of(Map.of(
                                                        "id", "gid://shopify/ProductVariant/11",
                                                        "sku", "S",
                                                        "price", "1.50")))),
                        Map.of(
                                "id",
                                "gid://shopify/Product/2",
                                "title",
                                "Hat",
                                "variants",
                                Map.of("nodes", List.of())));
    }

    @Test
    void givesNothingOfAFileThatIsShort() {
        shopify.file = "{\"id\":\"gid://shopify/Product/1\"}\n";
        shopify.states.add(completed(2));
        BulkJob.Run run = products();
        assertThatThrownBy(() -> drain(run))
                .isInstanceOf(ChannelException.Transient.class)
                .hasRootCauseMessage("the file holds 1 rows of 2");
        shopify.file += "{\"id\":\"gid://shopify/Product/2\"}\n";
        assertThat(drain(run)).hasSize(2);
    }

    @Test
    void joinsRowsInAnyOrderAndGoesOnAfterEveryBreak() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int orders = random.nextInt(150);
            List<String> lines = tree(orders);
            Collections.shuffle(lines, random);
            BulkPlatform platform = new BulkPlatform();
            platform.file = String.join("\n", lines) + "\n";
            platform.states.add(completed(lines.size()));
            platform.cuts.addAll(List.of(
                    random.nextInt(platform.file.length() + 1), -1, random.nextInt(platform.file.length() + 1)));
            BulkJob.Run run = new BulkRun(
                    new BulkOperation(platform, TREE),
                    platform,
                    BulkShape.of(TREE),
                    new BulkLimits(1_000_000, 1_000_000));
            List<Object> records = new ArrayList<>();
            int breaks = 0;
            while (breaks < 3 && orders > 0) {
                try {
                    drain(run, records);
                    break;
                } catch (ChannelException.Transient e) {
                    breaks++;
                }
            }
            assertThat(records).hasSize(orders);
            assertThat(records).extracting("id").doesNotHaveDuplicates();
            assertThat(records).allSatisfy(order -> {
                assertThat(order)
                        .extracting("lines.nodes")
                        .asList()
                        .hasSize(2)
                        .allSatisfy(line -> assertThat(line)
                                .extracting("parts.nodes")
                                .asList()
                                .hasSize(1));
                assertThat(order).extracting("notes.nodes").asList().hasSize(1);
            });
        }
    }

    @Test
    void asksForASmallerWindowBeforeAnythingIsGivenWhenRowsAreTooManyOrTooScattered() {
        List<String> lines = tree(100);
        lines.sort(java.util.Comparator.comparing(line -> line.contains("__parentId")));
        shopify.file = String.join("\n", lines) + "\n";
        shopify.states.add(completed(lines.size()));
        shopify.states.add(completed(lines.size()));
        BulkRun scattered = new BulkRun(
                new BulkOperation(shopify, TREE), shopify, BulkShape.of(TREE), new BulkLimits(1_000_000, 100));
        assertThat(stepsUntilCut(scattered)).isEqualTo(1);
        BulkRun large = new BulkRun(
                new BulkOperation(shopify, TREE), shopify, BulkShape.of(TREE), new BulkLimits(300, 1_000_000));
        assertThat(stepsUntilCut(large)).as("not even downloaded").isZero();
    }

    private int stepsUntilCut(BulkRun run) {
        int before = shopify.downloads;
        BulkJob.Step step;
        do {
            step = run.next();
            assertThat(step).isNotInstanceOfAny(BulkJob.Rows.class, BulkJob.Done.class);
        } while (!(step instanceof BulkJob.TooLarge));
        return shopify.downloads - before;
    }

    /** Orders with two lines of one part each, and one note. */
    private static List<String> tree(int orders) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            String order = "gid://shopify/Order/" + i;
            lines.add("{\"id\":\"%s\"}".formatted(order));
            lines.add("{\"id\":\"gid://shopify/Note/%d\",\"__parentId\":\"%s\"}".formatted(i, order));
            for (int j = 0; j < 2; j++) {
                String line = "gid://shopify/Line/" + i + "-" + j;
                lines.add("{\"id\":\"%s\",\"__parentId\":\"%s\"}".formatted(line, order));
                lines.add("{\"id\":\"gid://shopify/Part/%s\",\"__parentId\":\"%s\"}".formatted(i + "-" + j, line));
            }
        }
        return lines;
    }

    private BulkJob.Run products() {
        StreamSpec.ReadSpec read = new StreamSpec.ReadSpec(
                new RequestSpec("GET", null, Map.of(), Map.of(), null, "queries/bulk-products.graphql", Map.of()),
                "$",
                new PagingSpec.Single(),
                new CursorSpec.Scan(Duration.ZERO),
                null,
                "shopify-bulk");
        return Hooks.named(BulkJob.class, "shopify-bulk", BulkJob::name)
                .open(new BulkJob.Order(
                        shopify,
                        ChannelFolders.builtIn().named("shopify"),
                        read,
                        Map.of("window.from", "2026-01-01T00:00:00Z", "window.to", "2026-02-01T00:00:00Z"),
                        Clock.systemUTC()));
    }

    private static List<Object> drain(BulkJob.Run run) {
        List<Object> rows = new ArrayList<>();
        drain(run, rows);
        return rows;
    }

    /** Adds to the list as rows come, so that a failure keeps what was given before it. */
    private static void drain(BulkJob.Run run, List<Object> rows) {
        BulkJob.Step step;
        do {
            step = run.next();
            assertThat(step).isNotInstanceOf(BulkJob.TooLarge.class);
            if (step instanceof BulkJob.Rows some) {
                rows.addAll(some.records());
            }
        } while (!(step instanceof BulkJob.Done));
    }
}
