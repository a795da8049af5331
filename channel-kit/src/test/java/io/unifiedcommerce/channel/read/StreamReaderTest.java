package io.unifiedcommerce.channel.read;

import static io.unifiedcommerce.channel.read.ReaderHarness.NOW;
import static io.unifiedcommerce.channel.read.Rows.ids;
import static io.unifiedcommerce.channel.read.Rows.items;
import static io.unifiedcommerce.channel.read.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.ChannelException.BrokenContract;
import io.unifiedcommerce.channel.read.Emission.ChannelRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamReaderTest {
    private static final String SINGLE = "{kind: single}";

    private static final String BY_ID = """
            refunds:
              id: id
              read:
                request: {path: /refunds, params: {min_id: "${cursor.id}"}}
                records: items
                paging: {kind: keyset, size: 2}
                cursor: {kind: id, field: id}
            """;

    private static final String SCAN = """
            levels:
              id: id
              read:
                request: {path: /levels}
                records: items
                paging: {kind: single}
                cursor: {kind: scan, every: PT1H}
            """;

    private static final String BACKFILL_BY_ID = """
            orders:
              id: id
              version: version
              read:
                request: {path: /orders, params: {from: "${window.from}", to: "${window.to}"}}
                records: items
                paging: {kind: single}
                cursor: {kind: time, field: updatedAt, overlap: PT5M, lag: PT30S}
              backfill:
                request: {path: /all, params: {min_id: "${cursor.id}"}}
                records: items
                paging: {kind: keyset, size: 2}
                cursor: {kind: id, field: id}
            """;

    @Test
    void aWindowEndsBeforeWhatTheListingMayNotShowYet() {
        var client = ScriptedClient.bodies(items(ids(1, 1)));
        ReaderHarness harness = ReaderHarness.live(Plans.orders(SINGLE), client);
        Batch batch = harness.reader.next();
        assertThat(client.calls().get(0).value("window.from")).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(client.calls().get(0).value("window.to")).isEqualTo("2026-03-01T11:59:50Z");
        assertThat(batch.before().until()).isEqualTo(NOW.minusSeconds(3600));
        assertThat(batch.after().until()).as("the overlap is read again").isEqualTo(NOW.minusSeconds(70));
        assertThat(batch.whole()).isTrue();
        assertThat(batch.capture()).isEqualTo(Capture.POLL);
        assertThat(harness.reader.due()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void aPageOfASortedListingIsAPlaceToGoOnFrom() {
        String changed = "2026-03-01T11:30:00Z";
        var client = ScriptedClient.bodies(
                items(List.of(row("id", 1L, "updatedAt", changed)), "b"),
                items(List.of(row("id", 2L, "updatedAt", "2026-03-01T11:40:00Z"))));
        StreamPlan sorted = Plans.orders("{kind: token, size: 1, next: next}", true);
        Batch first = ReaderHarness.live(sorted, client).reader.next();
        assertThat(first.after().until()).isEqualTo(Instant.parse(changed));
        assertThat(first.whole()).isTrue();
    }

    @Test
    void recordsOfAnUnfinishedWindowCarryThePositionOfItsStart() {
        var client = ScriptedClient.bodies(items(ids(1, 2), "b"), items(ids(3, 3)));
        ReaderHarness harness = ReaderHarness.live(Plans.orders("{kind: token, size: 2, next: next}"), client);
        Batch first = harness.reader.next();
        assertThat(first.after().until()).isEqualTo(NOW.minusSeconds(3600));
        Batch last = harness.reader.next();
        assertThat(last.before()).isEqualTo(first.after());
        assertThat(last.after().until()).isEqualTo(NOW.minusSeconds(70));
    }

    @Test
    void cutsAWindowThatHoldsTooMuchAndRepeatsNothing() {
        var client = new ScriptedClient(call -> {
            boolean whole = call.value("window.to").equals("2026-03-01T11:59:50Z");
            String token = (String) call.value("page.token");
            int page = token == null ? 0 : Integer.parseInt(token);
            List<Object> rows = ids(page * 60 + 1, page * 60 + 60);
            return page == 1 && !whole ? items(rows) : items(rows, Integer.toString(page + 1));
        });
        ReaderHarness harness = ReaderHarness.live(Plans.orders("{kind: token, size: 60, next: next}"), client);
        assertThat(harness.windowIds()).hasSize(120).doesNotHaveDuplicates();
        assertThat(client.calls())
                .extracting(call -> call.value("window.to"))
                .containsExactly(
                        "2026-03-01T11:59:50Z", "2026-03-01T11:59:50Z", "2026-03-01T11:29:55Z", "2026-03-01T11:29:55Z");
        assertThat(harness.reader.position().until()).isEqualTo(Instant.parse("2026-03-01T11:29:55Z"));
    }

    @Test
    void findsTheFirstRecordsOfAShopOfUnknownAgeInFewRequests() {
        Instant founded = Instant.parse("2019-05-01T00:00:00Z");
        var client = new ScriptedClient(call -> {
            Instant from = Instant.parse((String) call.value("window.from"));
            Instant to = Instant.parse((String) call.value("window.to"));
            if (!founded.isBefore(to)) {
                return items(List.of());
            }
            boolean much = from.isBefore(founded) && to.isAfter(founded.plus(Duration.ofDays(30)));
            return much ? items(ids(1, 60), "more") : items(List.of(row("id", from.toString())));
        });
        ReaderHarness harness = new ReaderHarness(
                Plans.orders("{kind: token, size: 60, next: next}"), client, StartTime.BEGINNING, null);
        while (harness.reader.position().until().isBefore(founded)) {
            assertThat(harness.reader.next().capture()).isEqualTo(Capture.BACKFILL);
        }
        assertThat(client.calls()).hasSizeLessThan(400);
    }

    @Test
    void historyEndsWhereReadingOfChangesBegan() {
        var client = new ScriptedClient(call -> items(List.of()));
        ReaderHarness harness =
                new ReaderHarness(Plans.orders(SINGLE), client, StartTime.parse("2026-03-01T11:30:00Z"), null);
        assertThat(harness.reader.position().liveFrom()).isEqualTo(NOW.minusSeconds(70));
        harness.clock.advance(Duration.ofHours(5));
        Batch batch = harness.reader.next();
        assertThat(client.calls().get(0).value("window.to")).isEqualTo("2026-03-01T11:58:50Z");
        assertThat(batch.capture()).isEqualTo(Capture.BACKFILL);
        assertThat(harness.reader.position()).isEqualTo(Position.live(NOW.minusSeconds(70)));
    }

    @Test
    void aBackfillByIdHandsOverToTheChangesSinceItBegan() {
        var client = ScriptedClient.bodies(items(ids(1, 2)), items(ids(2, 3)), items(ids(3, 3)), items(ids(3, 3)));
        ReaderHarness harness =
                new ReaderHarness(Plans.plan(BACKFILL_BY_ID, "orders"), client, StartTime.BEGINNING, null);
        assertThat(harness.windowIds()).containsExactly("orders/1", "orders/2", "orders/3");
        assertThat(client.calls()).extracting(call -> call.value("cursor.id")).containsExactly(null, "2", "3");
        assertThat(harness.reader.position()).isEqualTo(Position.live(NOW.minusSeconds(330)));
        harness.clock.advance(Duration.ofMinutes(1));
        assertThat(harness.windowIds()).as("emitted by the backfill already").isEmpty();
        assertThat(client.calls().get(3).request().path()).isEqualTo("/orders");
    }

    @Test
    void aBackfillByIdGoesOnAfterTheLastId() {
        var client = ScriptedClient.bodies(items(ids(7, 7)));
        Position stored = new Position(Position.Phase.BACKFILL, null, "6", NOW, null);
        ReaderHarness harness =
                new ReaderHarness(Plans.plan(BACKFILL_BY_ID, "orders"), client, StartTime.BEGINNING, stored);
        assertThat(harness.windowIds()).containsExactly("orders/7");
        assertThat(client.calls().get(0).value("cursor.id")).isEqualTo("6");
    }

    @Test
    void startNowReadsOnlyWhatChangesFromNowOn() {
        var client = new ScriptedClient(call -> items(List.of()));
        ReaderHarness harness = new ReaderHarness(Plans.orders(SINGLE), client, StartTime.NOW, null);
        harness.reader.next();
        assertThat(client.calls()).isEmpty();
        harness.clock.advance(Duration.ofMinutes(5));
        harness.reader.next();
        assertThat(client.calls().get(0).value("window.from")).isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void startNowPassesOverWhatAnIdListingHoldsAlready() {
        var client = ScriptedClient.bodies(
                items(ids(1, 2)), items(ids(2, 3)), items(ids(3, 3)), items(ids(3, 4)), items(ids(4, 4)));
        ReaderHarness harness = new ReaderHarness(Plans.plan(BY_ID, "refunds"), client, StartTime.NOW, null);
        assertThat(harness.reader.position()).isNull();
        assertThat(harness.windowIds()).isEmpty();
        assertThat(harness.windowIds()).containsExactly("refunds/4");
        assertThat(harness.reader.position().afterId()).isEqualTo("4");
    }

    @Test
    void everyPageOfAnIdListingIsAPlaceToGoOnFrom() {
        var client = ScriptedClient.bodies(items(ids(1, 2)), items(ids(2, 3)), items(ids(3, 3)));
        ReaderHarness harness = new ReaderHarness(Plans.plan(BY_ID, "refunds"), client, StartTime.BEGINNING, null);
        Batch first = harness.reader.next();
        assertThat(first.whole()).isTrue();
        assertThat(first.after().afterId()).isEqualTo("2");
    }

    @Test
    void refusesAnIdListingThatDescends() {
        var client = ScriptedClient.bodies(items(ids(8, 9)), items(row("id", 7L), row("id", 6L)));
        ReaderHarness harness = new ReaderHarness(Plans.plan(BY_ID, "refunds"), client, StartTime.BEGINNING, null);
        assertThatThrownBy(harness::window)
                .isInstanceOf(BrokenContract.class)
                .hasMessageContaining("not sorted by ascending 'id'");
    }

    @Test
    void aScanEmitsWhatDiffersFromTheLastPass() {
        var client = ScriptedClient.bodies(
                items(row("id", "a", "stock", 1L), row("id", "b", "stock", 1L)),
                items(row("stock", 1L, "id", "a"), row("id", "b", "stock", 2L)),
                items(row("id", "a", "stock", 1L), row("id", "b", "stock", 1L)));
        ReaderHarness harness = new ReaderHarness(Plans.plan(SCAN, "levels"), client, StartTime.BEGINNING, null);
        Batch first = harness.reader.next();
        assertThat(first.emissions()).hasSize(2);
        assertThat(first.capture()).isEqualTo(Capture.SNAPSHOT);
        assertThat(harness.reader.due()).isEqualTo(NOW.plusSeconds(3600));
        Batch second = harness.reader.next();
        assertThat(ReaderHarness.ids(second.emissions())).containsExactly("levels/b");
        assertThat(second.capture()).isEqualTo(Capture.POLL);
        assertThat(harness.windowIds())
                .as("back to what it was is a change too")
                .containsExactly("levels/b");
    }

    @Test
    void aSliceIsAskedForAndCarriedByItsRecords() {
        var client = ScriptedClient.bodies(items(ids(1, 1)));
        Slice slice = new Slice("loc-1", Map.of("name", "Hamburg"));
        ReaderHarness harness = new ReaderHarness(
                Plans.orders(SINGLE),
                client,
                StartTime.BEGINNING,
                Position.live(NOW.minusSeconds(3600)),
                slice,
                Map.of("shop", Map.of("currency", "EUR")));
        ChannelRecord record = (ChannelRecord) harness.window().get(0);
        assertThat(record.value())
                .containsEntry("$slice", Map.of("name", "Hamburg"))
                .containsEntry("$context", Map.of("shop", Map.of("currency", "EUR")));
        assertThat(client.calls().get(0).value("slice")).isEqualTo(Map.of("name", "Hamburg", "id", "loc-1"));
    }

    @Test
    void refusesAPositionOfAnotherKindOfCursor() {
        assertThatThrownBy(() -> new ReaderHarness(
                        Plans.orders(SINGLE),
                        ScriptedClient.bodies(),
                        StartTime.BEGINNING,
                        Position.live(null).afterId("7")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'until'");
    }
}
