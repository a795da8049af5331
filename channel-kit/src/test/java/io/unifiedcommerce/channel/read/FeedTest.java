package io.unifiedcommerce.channel.read;

import static io.unifiedcommerce.channel.read.Rows.ids;
import static io.unifiedcommerce.channel.read.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.http.ChannelException.BrokenContract;
import io.unifiedcommerce.channel.http.ChannelException.Rejected;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes that a platform keeps in a feed: the token is the position. */
class FeedTest {
    private static final StreamPlan FEED = Plans.plan("""
            levels:
              id: id
              read:
                request: {method: POST, path: /changes, body: {token: "${page.token}"}}
                records: items
                paging: {kind: token, next: next, more: more}
                cursor: {kind: feed, expired: TokenExpired}
            """, "levels");

    @Test
    void goesOnAtTheLastTokenWhetherThereIsMoreOrNot() {
        var client = ScriptedClient.bodies(
                page(ids(1, 2), "b", true), page(ids(3, 3), "c", false), page(List.of(), "d", false));
        var harness = new ReaderHarness(FEED, client, StartTime.BEGINNING, at("a"));

        assertThat(harness.windowIds()).hasSize(3);
        assertThat(harness.reader.position()).isEqualTo(at("c"));
        assertThat(harness.windowIds()).isEmpty();
        assertThat(harness.reader.position()).isEqualTo(at("d"));
        assertThat(client.calls()).extracting(call -> call.value("page.token")).containsExactly("a", "b", "c");
    }

    @Test
    void eachPageIsAPlaceToGoOnFrom() {
        var client = ScriptedClient.bodies(page(ids(1, 2), "b", true));
        var harness = new ReaderHarness(FEED, client, StartTime.BEGINNING, at("a"));

        Batch batch = harness.reader.next();

        assertThat(batch.before()).isEqualTo(at("a"));
        assertThat(batch.after()).isEqualTo(at("b"));
        assertThat(Position.fromOffset(batch.after().toOffset())).isEqualTo(at("b"));
    }

    @Test
    void beginsAnewWhenThePlatformHasForgottenTheToken() {
        for (Rejected refusal : List.of(
                new Rejected("gone", 410, null), new Rejected("bad", 400, Map.of("errorCode", "TokenExpired")))) {
            var answers = List.of(refusal, page(ids(1, 1), "n", false)).iterator();
            var client = new ScriptedClient(call -> answers.next());
            var harness = new ReaderHarness(FEED, client, StartTime.BEGINNING, at("old"));

            assertThat(harness.windowIds()).isEmpty();
            assertThat(harness.windowIds()).hasSize(1);
            assertThat(harness.reader.position()).isEqualTo(at("n"));
            assertThat(client.calls())
                    .extracting(call -> call.value("page.token"))
                    .containsExactly("old", null);
        }
    }

    @Test
    void passesOtherRefusalsOn() {
        var client = new ScriptedClient(call -> new Rejected("bad", 400, Map.of("errorCode", "Other")));
        var harness = new ReaderHarness(FEED, client, StartTime.BEGINNING, at("a"));

        assertThatThrownBy(() -> harness.reader.next()).isInstanceOf(ChannelException.Rejected.class);
        assertThat(harness.reader.position()).isEqualTo(at("a"));
    }

    @Test
    void refusesAFeedThatGivesNoToken() {
        var client = ScriptedClient.bodies(row("items", ids(1, 1), "more", false));
        var harness = new ReaderHarness(FEED, client, StartTime.BEGINNING, null);

        assertThatThrownBy(() -> harness.reader.next())
                .isInstanceOf(BrokenContract.class)
                .hasMessageContaining("without a token");
    }

    @Test
    void startingNowPassesOverWhatIsThere() {
        var client = ScriptedClient.bodies(page(ids(1, 2), "b", false), page(ids(3, 3), "c", false));
        var harness = new ReaderHarness(FEED, client, StartTime.NOW, null);

        assertThat(harness.windowIds()).isEmpty();
        assertThat(harness.windowIds()).containsExactly("levels/3");
    }

    private static Position at(String token) {
        return new Position(Position.Phase.LIVE, null, token, null, null);
    }

    private static Object page(Object items, String next, boolean more) {
        return row("items", items, "next", next, "more", more);
    }
}
