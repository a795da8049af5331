package io.unifiedcommerce.channel.read;

import static io.unifiedcommerce.channel.read.Rows.items;
import static io.unifiedcommerce.channel.read.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.ChannelException.BrokenContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A platform that numbers all changes of a store: history and changes are one feed. */
class VersionFeedTest {
    private static final StreamPlan SALES = Plans.plan("""
            sales:
              id: id
              version: version
              read:
                request: {path: /sales, params: {after: "${cursor.value}", page_size: "${page.size}"}}
                records: items
                paging: {kind: after, size: 3}
                cursor: {kind: version, field: version}
            """, "sales");

    @Test
    void readsOnUntilAPageHoldsNothingHoweverShortThePagesAre() {
        var client = ScriptedClient.bodies(items(sale("a", 17)), items(sale("b", 20), sale("c", 31)), items(List.of()));
        ReaderHarness harness = new ReaderHarness(SALES, client, StartTime.BEGINNING, null);
        assertThat(harness.windowIds()).containsExactly("sales/a", "sales/b", "sales/c");
        assertThat(client.calls())
                .extracting(call -> call.value("cursor.value"))
                .containsExactly(null, 17L, 31L);
    }

    @Test
    void theNumberReachedIsTheWholeOffset() {
        var client = ScriptedClient.bodies(items(sale("a", 17), sale("b", 20)), items(List.of()));
        ReaderHarness first = new ReaderHarness(SALES, client, StartTime.BEGINNING, null);
        Map<String, Object> offset = first.reader.next().after().toOffset();
        assertThat(offset).containsEntry("after_id", "20").doesNotContainKey("seen");
        var rest = ScriptedClient.bodies(items(sale("c", 31)), items(List.of()));
        ReaderHarness second =
                new ReaderHarness(SALES, rest, StartTime.BEGINNING, Position.fromOffset(Map.copyOf(offset)));
        assertThat(second.windowIds()).containsExactly("sales/c");
        assertThat(rest.calls()).extracting(call -> call.value("cursor.value")).containsExactly(20L, 31L);
    }

    @Test
    void aRecordThatChangesComesAgainUnderItsNewNumber() {
        var client = ScriptedClient.bodies(
                items(sale("a", 17)), items(List.of()), items(sale("a", 21)), items(List.of()), items(List.of()));
        ReaderHarness harness = new ReaderHarness(SALES, client, StartTime.BEGINNING, null);
        assertThat(harness.windowIds()).containsExactly("sales/a");
        assertThat(harness.windowIds()).containsExactly("sales/a");
        assertThat(harness.windowIds()).isEmpty();
        assertThat(harness.reader.position().live()).isTrue();
    }

    @Test
    void refusesAListingThatIgnoresWhereToGoOn() {
        var client = new ScriptedClient(call -> items(sale("a", 17), sale("b", 20)));
        assertBroken(client, "never ends");
    }

    @Test
    void refusesAListingThatIsNotSorted() {
        assertBroken(ScriptedClient.bodies(items(sale("a", 17)), items(sale("b", 9))), "not sorted");
    }

    @Test
    void refusesALastRecordWithoutANumber() {
        assertBroken(ScriptedClient.bodies(items(row("id", "a"))), "lacks the cursor field");
    }

    private static void assertBroken(ScriptedClient client, String message) {
        ReaderHarness harness = new ReaderHarness(SALES, client, StartTime.BEGINNING, null);
        assertThatThrownBy(harness::window).isInstanceOf(BrokenContract.class).hasMessageContaining(message);
    }

    private static Map<String, Object> sale(String id, long version) {
        return row("id", id, "version", version);
    }
}
