package io.unifiedcommerce.channel.read;

import static io.unifiedcommerce.channel.read.Rows.items;
import static io.unifiedcommerce.channel.read.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.read.Emission.ChannelRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookupTest {
    private static final String SHOP = """
            orders:
              id: id
              read:
                request: {path: /orders, params: {from: "${window.from}", to: "${window.to}"}}
                records: items
                paging: {kind: single}
                cursor: {kind: time, field: updatedAt}
              reread:
                request: {path: /orders, params: {ids: "${ids}"}}
                records: items
                max_ids: 10
              lookups:
                - into: found.variants
                  stream: variants
                  ids: [lines.variant, gifts.boxes.variant]
                  keep: [names.sku]
                  keep_for: PT10M
            variants:
              id: id
              read:
                request: {path: /variants, params: {from: "${window.from}", to: "${window.to}"}}
                records: items
                paging: {kind: single}
                cursor: {kind: time, field: updatedAt}
              reread:
                request: {path: /variants, params: {ids: "${ids}"}}
                records: items
                max_ids: 2
            """;

    @Test
    void whatAPageNamesIsAskedForTogetherInBatches() {
        var client = ScriptedClient.bodies(
                items(order(1L, "a", "b"), order(2L, "b", "c"), row("id", 3L)),
                items(variant("b"), variant("a")),
                items(variant("c")));

        List<Emission> emissions = live(client).window();

        assertThat(client.calls()).hasSize(3);
        assertThat(client.calls().get(1).value("ids")).isEqualTo(List.of("a", "b"));
        assertThat(client.calls().get(2).value("ids")).isEqualTo(List.of("c"));
        assertThat(found(emissions.get(0))).containsExactly(kept("a"), kept("b"));
        assertThat(found(emissions.get(1))).containsExactly(kept("b"), kept("c"));
        assertThat(found(emissions.get(2))).isEmpty();
    }

    @Test
    void whatWasFoundIsUsedAgainForAWhile() {
        var client = ScriptedClient.bodies(
                items(order(1L, "a")),
                items(variant("a")),
                items(order(2L, "a")),
                items(order(3L, "a")),
                items(row("id", "a", "names", row("sku", "NEW"))));
        ReaderHarness harness = live(client);
        harness.window();

        harness.clock.advance(Duration.ofMinutes(1));
        List<Emission> remembered = harness.window();
        harness.clock.advance(Duration.ofMinutes(10));
        List<Emission> askedAgain = harness.window();

        assertThat(found(remembered.get(0))).containsExactly(kept("a"));
        assertThat(found(askedAgain.get(0))).containsExactly(row("names", row("sku", "NEW"), "id", "a"));
    }

    @Test
    void whatIsNotThereIsLeftOutAndSoonAskedForAgain() {
        var client = ScriptedClient.bodies(items(order(1L, "a")), items(), items(order(2L, "a")), items(variant("a")));
        ReaderHarness harness = live(client);

        assertThat(found(harness.window().get(0))).isEmpty();
        harness.clock.advance(Duration.ofMinutes(2));
        assertThat(found(harness.window().get(0))).containsExactly(kept("a"));
    }

    @Test
    void aSingleRecordThatIsNotFoundIsNotThere() {
        var gone = new ChannelException.Rejected("404 of GET /variants", 404, null);
        var client = ScriptedClient.bodies(items(order(1L, "a")), gone);

        assertThat(found(live(client).window().get(0))).isEmpty();
    }

    @Test
    void nothingIsEmittedUntilAllThatIsNamedIsKnown() {
        var away = new ChannelException.Transient("503 of GET /variants", null, false, null);
        var client = ScriptedClient.bodies(items(order(1L, "a")), away, items(variant("a")));
        ReaderHarness harness = live(client);

        assertThatThrownBy(harness::window).isSameAs(away);
        assertThat(found(harness.window().get(0))).containsExactly(kept("a"));
        assertThat(client.calls()).hasSize(3);
    }

    @Test
    void pathsOfIdsLeadThroughListsInLists() {
        var order = row(
                "id",
                1L,
                "gifts",
                List.of(row("boxes", List.of(row("variant", "x"), row("variant", 7L))), row("boxes", null)));
        var client = ScriptedClient.bodies(items(order), items(variant("x"), row("id", 7L)));

        List<Emission> emissions = live(client).window();

        assertThat(client.calls().get(1).value("ids")).isEqualTo(List.of("7", "x"));
        assertThat(found(emissions.get(0))).containsExactly(row("names", row("sku", null), "id", 7L), kept("x"));
    }

    @Test
    void readersOfATaskShareWhatWasFound() {
        var client = ScriptedClient.bodies(items(order(1L, "a")), items(variant("a")), items(order(2L, "a")));
        ReadContext context = new ReadContext(
                client, null, new ManualClock(ReaderHarness.NOW), Map.of(), Duration.ZERO, StartTime.NOW, 100);
        Set<String> wanted = Set.of("orders");

        new Rereader(Plans.manifest(SHOP), "orders", wanted, context).read(List.of("1"), null);
        List<Emission> second = new Rereader(Plans.manifest(SHOP), "orders", wanted, context).read(List.of("2"), null);

        assertThat(found(second.get(0))).containsExactly(kept("a"));
    }

    private static Map<String, Object> order(long id, String... variants) {
        return row(
                "id",
                id,
                "lines",
                List.of(variants).stream()
                        .map(variant -> row("variant", variant))
                        .toList());
    }

    private static Map<String, Object> variant(String id) {
        return row("id", id, "names", row("sku", id.toUpperCase(java.util.Locale.ROOT), "title", "unused"));
    }

    private static Map<String, Object> kept(String id) {
        return row("names", row("sku", id.toUpperCase(java.util.Locale.ROOT)), "id", id);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> found(Emission emission) {
        Map<String, Object> found =
                (Map<String, Object>) ((ChannelRecord) emission).value().get("found");
        return (List<Object>) found.get("variants");
    }

    private static ReaderHarness live(ScriptedClient client) {
        return ReaderHarness.live(Plans.plan(SHOP, "orders"), client);
    }
}
