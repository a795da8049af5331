package io.unifiedcommerce.channel.read;

import static io.unifiedcommerce.channel.read.Rows.ids;
import static io.unifiedcommerce.channel.read.Rows.items;
import static io.unifiedcommerce.channel.read.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.http.ChannelException.BrokenContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void followsTokensToTheEnd() {
        var client = ScriptedClient.bodies(items(ids(1, 2), "b"), items(ids(3, 4), "c"), items(ids(5, 5)));
        assertThat(ReaderHarness.live(Plans.orders("{kind: token, size: 2, next: next}"), client)
                        .windowIds())
                .hasSize(5);
        assertThat(client.calls()).extracting(call -> call.value("page.token")).containsExactly(null, "b", "c");
        assertThat(client.calls()).extracting(call -> call.value("page.size")).containsOnly(2);
    }

    @Test
    void aFlagThatSaysNoMoreEndsTheListingWhateverTheTokenSays() {
        var client = ScriptedClient.bodies(row("items", ids(1, 2), "next", "b", "more", false));
        assertThat(ReaderHarness.live(Plans.orders("{kind: token, size: 2, next: next, more: more}"), client)
                        .windowIds())
                .hasSize(2);
    }

    @Test
    void refusesAPromiseOfMoreWithoutAToken() {
        var client = ScriptedClient.bodies(row("items", ids(1, 2), "more", true));
        assertBroken(client, "{kind: token, size: 2, next: next, more: more}", "holds no token");
    }

    @Test
    void refusesATokenThatComesTwice() {
        var client = ScriptedClient.bodies(items(ids(1, 2), "b"), items(ids(3, 4), "c"), items(ids(5, 6), "b"));
        assertBroken(client, "{kind: token, size: 2, next: next}", "same token twice");
    }

    @Test
    void refusesAPageEqualToTheLast() {
        var client = new ScriptedClient(call -> items(ids(1, 2)));
        assertBroken(client, "{kind: number, size: 2}", "two pages in a row are the same");
    }

    @Test
    void refusesEmptyPagesWithoutEnd() {
        var client = new ScriptedClient(call -> items(List.of(), "t" + call.value("page.token")));
        assertBroken(client, "{kind: token, size: 2, next: next}", "empty pages in a row");
    }

    @Test
    void refusesASingleValueInThePlaceOfRecords() {
        assertBroken(ScriptedClient.bodies(row("items", "sorry")), "{kind: single}", "expected records at 'items'");
    }

    @Test
    void refusesASingleAnswerThatIsFull() {
        var client = new ScriptedClient(call -> items(ids(1, 2)));
        assertThat(ReaderHarness.live(Plans.orders("{kind: single, most: 3}"), client)
                        .windowIds())
                .hasSize(2);
        assertThat(client.calls().get(0).value("page.size")).isEqualTo(3);
        assertBroken(client, "{kind: single, most: 2}", "others may be missing");
    }

    @Test
    void anEmptyBodyIsAnEmptyList() {
        var client = new ScriptedClient(call -> new Answer(204, Map.of(), null, Instant.EPOCH));
        assertThat(ReaderHarness.live(Plans.orders("{kind: number, size: 2}"), client)
                        .windowIds())
                .isEmpty();
        assertThat(client.calls()).hasSize(1);
    }

    @Test
    void countsPagesFromTheFirstNumberAndOffsetsFromZero() {
        var numbered = ScriptedClient.bodies(items(ids(1, 2)), items(ids(3, 3)), items(ids(1, 2)), items(ids(3, 3)));
        ReaderHarness.live(Plans.orders("{kind: number, size: 2, first: 0}"), numbered)
                .window();
        assertThat(numbered.calls())
                .as("read again until two passes agree")
                .extracting(call -> call.value("page.number"))
                .containsExactly(0, 1, 0, 1);
        var offsets = ScriptedClient.bodies(items(ids(1, 2)), items(ids(3, 3)), items(ids(1, 2)), items(ids(3, 3)));
        ReaderHarness.live(Plans.orders("{kind: offset, size: 2}"), offsets).window();
        assertThat(offsets.calls())
                .extracting(call -> call.value("page.offset"))
                .containsExactly(0L, 2L, 0L, 2L);
    }

    @Test
    void aTotalEndsAListingWhosePlatformRepeatsItsLastPage() {
        var client = new ScriptedClient(
                call -> row("items", call.value("page.number").equals(1) ? ids(1, 2) : ids(3, 4), "total_count", 4L));
        assertThat(ReaderHarness.live(Plans.orders("{kind: number, size: 2, total: total_count}"), client)
                        .windowIds())
                .hasSize(4);
        assertThat(client.calls())
                .as("read again until two passes agree")
                .extracting(call -> call.value("page.number"))
                .containsExactly(1, 2, 1, 2);
    }

    @Test
    void aTotalEndsATieOfASortedListing() {
        Object tie = "2026-03-01T11:30:00Z";
        var client = new ScriptedClient(call -> row(
                "items",
                call.value("page.number").equals(1)
                        ? List.of(changed(1, tie), changed(2, tie))
                        : List.of(changed(3, tie), changed(4, tie)),
                "total_count",
                4L));
        assertThat(ReaderHarness.live(Plans.orders("{kind: keyset, size: 2, total: total_count}"), client)
                        .windowIds())
                .containsExactly("orders/1", "orders/2", "orders/3", "orders/4");
    }

    @Test
    void cutsAWindowOfWhichThePlatformGivesOnlyAPart() {
        var client = new ScriptedClient(call -> call.value("window.to").equals("2026-03-01T11:59:50Z")
                ? items(call.value("page.offset").equals(0L) ? ids(1, 2) : ids(3, 4))
                : items(ids(1, 1)));
        var harness = ReaderHarness.live(Plans.orders("{kind: offset, size: 2, most: 4}"), client);

        harness.window();

        assertThat(client.calls())
                .extracting(call -> call.value("window.to") + " " + call.value("page.offset"))
                .startsWith("2026-03-01T11:59:50Z 0", "2026-03-01T11:59:50Z 2", "2026-03-01T11:29:55Z 0")
                .doesNotContain("2026-03-01T11:59:50Z 4");
    }

    @Test
    void wholePassesGoOnAfterTheLastId() {
        var client = ScriptedClient.bodies(items(ids(1, 2)), items(ids(3, 3)), items(List.of()));
        StreamPlan plan = Plans.plan("""
                customers:
                  id: id
                  read:
                    request: {path: /customers, params: {after: "${cursor.value}"}}
                    records: items
                    paging: {kind: after, size: 2, start: "!"}
                    cursor: {kind: scan}
                """, "customers");
        var harness = new ReaderHarness(plan, client, StartTime.BEGINNING, null);

        assertThat(harness.windowIds()).hasSize(3);
        assertThat(client.calls())
                .extracting(call -> call.value("cursor.value"))
                .containsExactly("!", "2", "3");
    }

    @Test
    void takesOnlyTheParametersOfALink() {
        String link =
                "<https://evil.example/x?page=2&filter%5Bq%5D=a%26%24%7Bshop.token%7D>; rel=\"next\", <https://a/b>; rel=last";
        var answers = List.of(
                        new Answer(200, Map.of("link", link), items(ids(1, 2)), Instant.EPOCH),
                        new Answer(200, Map.of("link", "<https://a/b>; rel=\"prev\""), items(ids(3, 3)), Instant.EPOCH))
                .iterator();
        var client = new ScriptedClient(call -> answers.next());
        assertThat(ReaderHarness.live(Plans.orders("{kind: link, size: 2}"), client)
                        .windowIds())
                .hasSize(3);
        var second = client.calls().get(1);
        assertThat(second.request().path()).isEqualTo("/orders");
        assertThat(second.request().params())
                .containsExactly(Map.entry("page", "${page.link.0}"), Map.entry("filter[q]", "${page.link.1}"));
        assertThat(second.value("page.link.0")).isEqualTo("2");
        assertThat(second.value("page.link.1")).isEqualTo("a&${shop.token}");
    }

    @Test
    void takesTheParametersOfALinkInTheBody() {
        var client = ScriptedClient.bodies(
                row("items", ids(1, 2), "d", row("__next", "https://evil.example/x?$skiptoken=2&q=a%20b")),
                row("items", ids(3, 3), "d", row()));
        assertThat(ReaderHarness.live(Plans.orders("{kind: link, size: 2, next: d.__next}"), client)
                        .windowIds())
                .hasSize(3);
        var second = client.calls().get(1);
        assertThat(second.request().path()).isEqualTo("/orders");
        assertThat(second.request().params())
                .containsExactly(Map.entry("$skiptoken", "${page.link.0}"), Map.entry("q", "${page.link.1}"));
        assertThat(second.value("page.link.1")).isEqualTo("a b");
    }

    @Test
    void refusesALinkInTheBodyThatComesTwice() {
        var client = ScriptedClient.bodies(
                row("items", ids(1, 2), "next", "/x?a=1"), row("items", ids(3, 4), "next", "/x?a=1"));
        assertBroken(client, "{kind: link, size: 2, next: next}", "'next' named the same next page twice");
    }

    @Test
    void goesOnAfterAShortPageThatPromisesMore() {
        Object tie = "2026-03-01T11:30:00Z";
        var client = ScriptedClient.bodies(
                row("items", List.of(changed(1, tie), changed(2, tie)), "next", "…"),
                row("items", List.of(changed(3, tie), changed(4, "2026-03-01T11:40:00Z")), "next", "…"),
                items(changed(4, "2026-03-01T11:40:00Z"), changed(5, "2026-03-01T11:50:00Z")),
                row("items", List.of(changed(1, tie), changed(2, tie)), "next", "…"),
                row("items", List.of(changed(3, tie), changed(4, "2026-03-01T11:40:00Z")), "next", "…"),
                items(changed(4, "2026-03-01T11:40:00Z"), changed(5, "2026-03-01T11:50:00Z")));
        ReaderHarness harness = ReaderHarness.live(Plans.orders("{kind: keyset, size: 9, more: next}"), client);
        assertThat(harness.windowIds()).hasSize(5);
        assertThat(client.calls().subList(0, 3))
                .as("as many records are skipped inside the tie as were given, not as were asked for")
                .extracting(call -> call.value("cursor.value") + " " + call.value("page.offset"))
                .containsExactly("2026-03-01T11:00:00Z 0", "2026-03-01T11:00:00Z 2", "2026-03-01T11:40:00Z 0");
    }

    @Test
    void refusesAnEmptyPageThatPromisesMore() {
        assertBroken(
                ScriptedClient.bodies(row("items", List.of(), "next", "…")),
                "{kind: keyset, size: 2, more: next}",
                "promises more records, but the page is empty");
    }

    @Test
    void startsASortedListingAnewAtTheLastValueAndCountsPagesOnlyInsideTies() {
        Object tie = "2026-03-01T11:30:00Z";
        var client = ScriptedClient.bodies(
                items(changed(1, "2026-03-01T11:10:00Z"), changed(2, tie)),
                items(changed(2, tie), changed(3, tie)),
                items(changed(4, tie), changed(5, "2026-03-01T11:40:00Z")),
                items(changed(5, "2026-03-01T11:40:00Z")),
                // once more from the tie, because its pages were counted
                items(changed(2, tie), changed(3, tie)),
                items(changed(4, tie), changed(5, "2026-03-01T11:40:00Z")),
                items(changed(5, "2026-03-01T11:40:00Z")),
                items(changed(2, tie), changed(3, tie)),
                items(changed(4, tie), changed(5, "2026-03-01T11:40:00Z")),
                items(changed(5, "2026-03-01T11:40:00Z")));
        ReaderHarness harness = ReaderHarness.live(Plans.orders("{kind: keyset, size: 2}"), client);
        assertThat(harness.windowIds()).containsExactly("orders/1", "orders/2", "orders/3", "orders/4", "orders/5");
        assertThat(client.calls().subList(0, 5))
                .extracting(call -> call.value("cursor.value") + " " + call.value("page.number"))
                .containsExactly(
                        "2026-03-01T11:00:00Z 1",
                        "2026-03-01T11:30:00Z 1",
                        "2026-03-01T11:30:00Z 2",
                        "2026-03-01T11:40:00Z 1",
                        "2026-03-01T11:30:00Z 1");
    }

    @Test
    void asksForAFailedPageAgainAndRepeatsNothing() {
        var failure = new ChannelException.Transient("503", Duration.ZERO, false, null);
        var client = ScriptedClient.bodies(items(ids(1, 2), "b"), failure, items(ids(3, 3)));
        ReaderHarness harness = ReaderHarness.live(Plans.orders("{kind: token, size: 2, next: next}"), client);
        assertThat(harness.reader.next().emissions()).hasSize(2);
        assertThatThrownBy(harness.reader::next).isSameAs(failure);
        assertThat(harness.windowIds()).containsExactly("orders/3");
        assertThat(client.calls()).extracting(call -> call.value("page.token")).containsExactly(null, "b", "b");
    }

    @Test
    void beginsAgainAtTheFirstPageWhenATokenIsNotAcceptedAnyMore() {
        var refused = new ChannelException.Rejected("unknown cursor", 400, null);
        var client = ScriptedClient.bodies(items(ids(1, 2), "b"), refused, items(ids(1, 2), "x"), items(ids(3, 3)));
        ReaderHarness harness = ReaderHarness.live(Plans.orders("{kind: token, size: 2, next: next}"), client);
        harness.reader.next();
        assertThatThrownBy(harness.reader::next).isSameAs(refused);
        assertThat(harness.windowIds()).containsExactly("orders/3");
        assertThat(client.calls()).extracting(call -> call.value("page.token")).containsExactly(null, "b", null, "x");
    }

    private static Map<String, Object> changed(int id, Object at) {
        return row("id", (long) id, "updatedAt", at, "version", at);
    }

    private static void assertBroken(ScriptedClient client, String paging, String message) {
        ReaderHarness harness = ReaderHarness.live(Plans.orders(paging), client);
        assertThatThrownBy(harness::window).isInstanceOf(BrokenContract.class).hasMessageContaining(message);
    }
}
