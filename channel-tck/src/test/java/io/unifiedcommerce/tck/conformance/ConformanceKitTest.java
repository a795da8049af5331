package io.unifiedcommerce.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the kit is broken by a folder that breaks it, and by nothing else a folder passes. */
class ConformanceKitTest {
    private static final Path CORNER_SHOP = Path.of("src", "test", "resources", "folders", "corner-shop");
    private static final String MANIFEST = "channel.yaml";
    private static final String ORDER = "mappings/order.yaml";

    @TempDir
    Path directory;

    private FolderCopy folder;

    @BeforeEach
    void copy() throws IOException {
        folder = FolderCopy.of(CORNER_SHOP, directory);
    }

    @Test
    void aGoodFolderPassesAllRules() {
        KitRun run = KitRun.of(folder.folder());

        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped()).isEmpty();
        assertThat(run.results()).extracting(KitRun.Result::rule).hasSizeGreaterThan(30);
    }

    /** What is replaced in which file, the rule that this breaks, and a part of what the kit then says. */
    static List<Arguments> breaches() {
        return List.of(
                breach(
                        MANIFEST,
                        "Token of the shop's API.",
                        "Token",
                        "the manifest documents",
                        "'doc' must be a sentence"),
                breach(
                        MANIFEST,
                        "type: password\n    importance",
                        "importance",
                        "the manifest documents",
                        "sounds like a secret"),
                breach(
                        MANIFEST,
                        "The shop has no carts.",
                        "none",
                        "the manifest documents",
                        "the reason must be a sentence"),
                breach(
                        MANIFEST,
                        "secret: \"${corner.webhook.secret}\"",
                        "secret: \"${corner.url}\"",
                        "the manifest documents",
                        "corner.url must be a password"),
                breach(
                        MANIFEST,
                        "secret: \"${corner.webhook.secret}\"",
                        "secret: abc",
                        "the manifest documents",
                        "anybody could forge"),
                breach(
                        "samples/orders/two.expected.json",
                        "\"TEE\"",
                        "\"TEA\"",
                        "recorded pages give",
                        "[0].lines[0].sku: expected \"TEA\", found \"TEE\""),
                breach(
                        ORDER,
                        "grand_total: total",
                        "grand_total: {add: [total, 1]}",
                        "the amounts of every order",
                        "grand_total"),
                breach(
                        ORDER,
                        "line_total: {multiply: [price, quantity]}",
                        "line_total: price",
                        "the amounts of every order",
                        "quantity × unit_price"),
                breach(ORDER, "note: note", "note: notes", "samples have a value for every path", "notes"),
                breach(
                        "samples/orders/two.page.json",
                        "\"ring twice\"",
                        "null",
                        "samples have a value for every path",
                        "note"),
                breach(
                        MANIFEST,
                        "field: updated",
                        "field: update",
                        "samples have what reading looks for",
                        "read.cursor.field"),
                breach(
                        MANIFEST,
                        "carry: [id, currency]",
                        "carry: [id, currency, shop]",
                        "samples have what reading looks for",
                        "from.carry"),
                breach(
                        ORDER,
                        "entity_id: id",
                        "entity_id: {concat: [id, note]}",
                        "a record without a needed value",
                        "is another entity"),
                breach(
                        ORDER,
                        "shipping_total: shipping",
                        "shipping_total: {lookup: shipping, table: {'4.90': 4.90}, default: 0}",
                        "a record without a needed value",
                        "must be refused for shipping_total"),
                breach(
                        ORDER,
                        "entity_id: id",
                        "entity_id: {const: one}",
                        "a record at fault becomes a dead letter",
                        "though it has no id"),
                breach(
                        ORDER,
                        "source_version: {instant: updated}",
                        "source_version: {instant: {meta: captured_at}}",
                        "a record has one event id",
                        "has another event id"),
                breach(
                        ORDER,
                        "entity_id: id",
                        "entity_id: currency",
                        "a record has one event id",
                        "event id of another record"),
                breach(
                        "mappings/level.yaml",
                        "location_id: location",
                        "location_id: {concat: [$slice.id, location]}",
                        "a record read again by id",
                        "location_id"),
                breach(
                        MANIFEST,
                        "stock.changed: {stream: levels, id: sku}",
                        "stock.changed: {stream: levels, id: sku, deleted: true}",
                        "a deleted record gives a tombstone",
                        "no tombstone with the key"),
                breach(
                        MANIFEST,
                        "path: /orders\n        params: {from: \"${window.from}\", to: \"${window.to}\", size: \"${page.size}\", page: \"${page.number}\"}",
                        "path: /orders\n        params: {from: \"${window.from}\", to: \"${window.to}\"}",
                        "reading goes on from every position",
                        "two pages in a row are the same"),
                breach(
                        MANIFEST,
                        "path: /orders\n        params: {from: \"${window.from}\", to: \"${window.to}\"",
                        "path: /orders\n        params: {to: \"${window.to}\"",
                        "reading goes on from every position",
                        "asks for all records every time"),
                breach(
                        MANIFEST,
                        "paging: {kind: number, size: 10}\n      cursor: {kind: time, field: updated",
                        "paging: {kind: single}\n      cursor: {kind: time, field: updated",
                        "the linked store is read whole",
                        "were not read"),
                breach(MANIFEST, "path: /orders\n", "path: /order\n", "the linked store is read whole", "404"),
                breach(
                        MANIFEST,
                        "path: \"/orders/${id}\"",
                        "path: \"/levels/TEE\"",
                        "the linked store is read whole",
                        "read again"),
                breach(
                        MANIFEST,
                        "reserve: 0.1",
                        "reserve: 1.0",
                        "the quota is never exceeded",
                        "leaves nothing to read by"),
                breach(
                        MANIFEST,
                        "remaining_header: X-Calls-Left",
                        "remaining_header: X-Calls-Remaining",
                        "never refuses a call",
                        "the store refused"),
                breach(MANIFEST, "reset_unit: seconds", "reset_unit: epoch_seconds", "never refuses a call", ""),
                breach(
                        MANIFEST,
                        "size: \"${page.size}\"",
                        "limit: \"${page.size}\"",
                        "documents and requests fit",
                        "unknown parameter 'limit'"),
                breach(
                        MANIFEST,
                        "hook: corner-stock",
                        "hook: corner-stock-careless",
                        "a command that is given twice",
                        "took effect twice"),
                breach(
                        MANIFEST,
                        "hook: corner-stock",
                        "hook: corner-stok",
                        "a command that is given twice",
                        "did you mean 'corner-stock'"),
                breach(MANIFEST, "records: orders", "recods: orders", "the folder is read", "did you mean 'records'"));
    }

    private static Arguments breach(String file, String text, String by, String rule, String finding) {
        return Arguments.of(file, text, by, rule, finding);
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aBreachIsFound(String file, String text, String by, String rule, String finding) {
        folder.replacing(file, text, by);

        KitRun run = KitRun.of(folder.folder(), rule);

        assertThat(run.failures())
                .isNotEmpty()
                .anySatisfy(failure -> assertThat(failure.thrown()).hasMessageContaining(finding));
    }

    @Test
    void aMissingFileOfExpectedEventsIsToldWithHowToWriteIt() throws IOException {
        folder.without("samples/levels/north.expected.json");

        assertThat(KitRun.of(folder.folder(), "recorded pages").failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.thrown()).hasMessageContaining("-Dsamples.write=true"));
    }

    @Test
    void expectedEventsAreWrittenOnDemand() throws IOException {
        String expected = "samples/levels/north.expected.json";
        folder.without(expected);

        KitRun.writing(folder.folder());

        assertThat(KitRun.of(folder.folder(), "recorded pages").failures()).isEmpty();
        assertThat(directory.resolve("corner-shop").resolve(expected))
                .hasSameTextualContentAs(CORNER_SHOP.resolve(expected));
    }

    @Test
    void aPageWithoutAStreamIsNoSample() throws IOException {
        folder.moving("samples/levels/north.page.json", "samples/stocks/north.page.json");

        assertThat(KitRun.of(folder.folder(), "recorded pages").failures())
                .anySatisfy(failure -> assertThat(failure.thrown())
                        .hasMessageContaining("samples/stocks/north.page.json: no stream 'stocks'"));
    }

    @Test
    void aStreamWithoutSamplesIsFound() throws IOException {
        folder.without("samples/levels/north.page.json");

        assertThat(KitRun.of(folder.folder(), "a value for every path").failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.thrown()).hasMessageContaining("add samples/levels/"));
    }

    @Test
    void whatThePlatformCannotDoIsShownAsSkipped() {
        folder.replacing(MANIFEST, "hook: corner-stock", "hook: corner-stock-careless")
                .replacing(
                        MANIFEST,
                        "carts: The shop has no carts.",
                        "idempotent_delta: The shop has no keys, so a change that is delivered again counts again.");

        KitRun run = KitRun.of(folder.folder(), "a command that is given twice");

        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.thrown()).hasMessageContaining("The shop has no keys"));
    }

    @Test
    void withoutALinkedStoreWhatNeedsOneIsShownAsSkipped() throws IOException {
        FolderCopy other = FolderCopy.named("other-shop", CORNER_SHOP, directory)
                .replacing(MANIFEST, "channel: corner-shop", "channel: other-shop");

        KitRun run = KitRun.of(other.folder(), "linked store");

        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped())
                .isNotEmpty()
                .allSatisfy(skipped ->
                        assertThat(skipped.thrown()).hasMessageContaining("no PlatformLink for channel 'other-shop'"));
    }
}
