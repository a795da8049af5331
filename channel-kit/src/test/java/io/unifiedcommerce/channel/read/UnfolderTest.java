package io.unifiedcommerce.channel.read;

import static io.unifiedcommerce.channel.read.Rows.items;
import static io.unifiedcommerce.channel.read.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.read.Emission.ChannelRecord;
import io.unifiedcommerce.channel.read.Emission.UnreadableRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnfolderTest {
    private static final String SHOP = """
            orders:
              id: id
              version: version
              read:
                request: {path: /orders, params: {from: "${window.from}", to: "${window.to}"}}
                records: items
                paging: {kind: single}
                cursor: {kind: time, field: updatedAt}
              reread:
                request: {path: /orders, params: {ids: "${ids}"}}
                records: items
                max_ids: 10
              enrich:
                - into: lines.nodes
                  when: lines.more
                  append: true
                  request: {path: "/orders/${record.id}/lines"}
                  records: items
                  start_token: lines.token
                  paging: {kind: token, size: 2, next: next}
            refunds:
              id: id
              version: version
              from: {stream: orders, path: refunds, carry: [id, customer.name]}
            refund_lines:
              id: line
              from: {stream: refunds, path: lines, carry: [$parent.id]}
            """;

    @Test
    void emitsARecordAndThenThoseInsideIt() {
        var order = row(
                "id",
                1L,
                "version",
                "v1",
                "customer",
                row("name", "Ada"),
                "refunds",
                List.of(row("id", 5L, "lines", List.of(row("line", "x"))), row("id", 6L)));
        var emissions = live(ScriptedClient.bodies(items(order)), "orders", "refunds", "refund_lines")
                .window();
        assertThat(ReaderHarness.ids(emissions))
                .containsExactly("orders/1", "refunds/5", "refund_lines/x", "refunds/6");
        assertThat(((ChannelRecord) emissions.get(1)).value())
                .containsEntry("$parent", Map.of("id", 1L, "customer", Map.of("name", "Ada")));
        assertThat(((ChannelRecord) emissions.get(2)).value())
                .containsEntry("$parent", Map.of("$parent", Map.of("id", 1L)));
    }

    @Test
    void aRecordCanBeARecordOfAnotherStreamToo() {
        String shop = SHOP + """
                tickets:
                  id: number
                  from: {stream: orders, path: $, carry: [id]}
                """;
        var client = ScriptedClient.bodies(items(row("id", 1L, "number", "A-1")));
        var emissions = ReaderHarness.live(Plans.plan(shop, "orders", "tickets"), client)
                .window();
        assertThat(ReaderHarness.ids(emissions)).containsExactly("orders/1", "tickets/A-1");
        assertThat(((ChannelRecord) emissions.get(1)).value())
                .containsEntry("id", 1L)
                .containsEntry("$parent", Map.of("id", 1L));
    }

    @Test
    void aStreamThatIsOnlyReadForWhatIsInsideIsNotEmitted() {
        var order = row("id", 1L, "refunds", List.of(row("id", 5L)));
        assertThat(live(ScriptedClient.bodies(items(order)), "refunds").windowIds())
                .containsExactly("refunds/5");
    }

    @Test
    void aChangedRecordDoesNotRepeatTheUnchangedOnesInsideIt() {
        var client = ScriptedClient.bodies(
                items(row("id", 1L, "version", "v1", "refunds", List.of(row("id", 5L, "version", "a")))),
                items(row(
                        "id",
                        1L,
                        "version",
                        "v2",
                        "refunds",
                        List.of(row("id", 5L, "version", "a"), row("id", 6L, "version", "a")))));
        ReaderHarness harness = live(client, "orders", "refunds");
        harness.window();
        harness.clock.advance(Duration.ofMinutes(1));
        assertThat(harness.windowIds()).containsExactly("orders/1", "refunds/6");
    }

    @Test
    void equalIdsInsideDifferentRecordsAreDifferentRecords() {
        var client = ScriptedClient.bodies(items(
                row("id", 1L, "refunds", List.of(row("id", 5L))), row("id", 2L, "refunds", List.of(row("id", 5L)))));
        assertThat(live(client, "refunds").windowIds()).containsExactly("refunds/5", "refunds/5");
    }

    @Test
    void addsThePagesThatARecordOnlyBeginsToList() {
        var client = ScriptedClient.bodies(
                items(row("id", 1L, "lines", row("nodes", List.of("a"), "more", true, "token", "t1"))),
                row("items", List.of("b", "c"), "next", "t2"),
                row("items", List.of("d")));
        ChannelRecord order = (ChannelRecord) live(client, "orders").window().get(0);
        assertThat(order.value()).extracting("lines.nodes").isEqualTo(List.of("a", "b", "c", "d"));
        assertThat(client.calls().get(1).value("page.token")).isEqualTo("t1");
        assertThat(client.calls().get(1).value("record")).isInstanceOf(Map.class);
    }

    @Test
    void completesOnlyWhatNeedsItAndWasNotEmittedYet() {
        var plain = items(row("id", 1L, "lines", row("nodes", List.of("a"), "more", false)));
        var client = ScriptedClient.bodies(plain, plain);
        ReaderHarness harness = live(client, "orders");
        assertThat(harness.windowIds()).hasSize(1);
        harness.clock.advance(Duration.ofMinutes(1));
        assertThat(harness.windowIds()).isEmpty();
        assertThat(client.calls()).hasSize(2);
    }

    @Test
    void aFailureWhileCompletingGoesOnAtTheSameRecord() {
        var failure = new ChannelException.Transient("503", null, false, null);
        var more = row("nodes", List.of("a"), "more", true, "token", "t");
        var client = ScriptedClient.bodies(
                items(row("id", 1L, "lines", more), row("id", 2L, "lines", more), row("id", 3L)),
                items(List.of("b")),
                failure,
                items(List.of("b")));
        ReaderHarness harness = live(client, "orders");
        assertThatThrownBy(harness.reader::next).isSameAs(failure);
        assertThat(harness.windowIds()).containsExactly("orders/1", "orders/2", "orders/3");
        assertThat(client.calls()).hasSize(4);
    }

    @Test
    void aRecordThatIsGoneWhileItIsCompletedIsUnreadable() {
        var gone = new ChannelException.Rejected("404 of GET /orders/1/lines", 404, null);
        var client = ScriptedClient.bodies(items(row("id", 1L, "lines", row("more", true)), row("id", 2L)), gone);
        var emissions = live(client, "orders").window();
        assertThat(ReaderHarness.ids(emissions)).containsExactly("orders/unreadable", "orders/2");
        assertThat(((UnreadableRecord) emissions.get(0)).cause()).contains("404 of GET /orders/1/lines");
    }

    @Test
    void whatIsNoRecordIsToldOnce() {
        var bad = row("items", java.util.Arrays.asList("text", row("name", "no id"), null));
        var client = ScriptedClient.bodies(bad, bad);
        ReaderHarness harness = live(client, "orders");
        var emissions = harness.window();
        assertThat(emissions).hasSize(3).allMatch(UnreadableRecord.class::isInstance);
        assertThat(emissions)
                .extracting(emission -> ((UnreadableRecord) emission).cause())
                .contains("the record has no id at 'id'", "expected a record, found a single value or nothing");
        harness.clock.advance(Duration.ofMinutes(1));
        assertThat(harness.window()).isEmpty();
    }

    @Test
    void readsRecordsAgainByIdInTheShapeOfTheListing() {
        ApiManifest manifest = Plans.manifest(SHOP);
        var client = ScriptedClient.bodies(row(
                "items", java.util.Arrays.asList(row("id", 1L, "refunds", List.of(row("id", 5L))), null)));
        ReadContext context = new ReadContext(
                client, null, new ManualClock(ReaderHarness.NOW), Map.of(), Duration.ZERO, StartTime.NOW, 100);
        Rereader rereader = new Rereader(manifest, "orders", Set.of("orders", "refunds"), context);
        assertThat(ReaderHarness.ids(rereader.read(List.of("1", "2"), null))).containsExactly("orders/1", "refunds/5");
        assertThat(client.calls().get(0).value("ids")).isEqualTo(List.of("1", "2"));
        assertThat(rereader.maxIds()).isEqualTo(10);
        assertThat(Rereader.deleted(manifest, "orders", "9").value()).isEqualTo(Map.of("id", "9", "$deleted", true));
    }

    private static ReaderHarness live(ScriptedClient client, String... wanted) {
        return ReaderHarness.live(Plans.plan(SHOP, wanted), client);
    }
}
