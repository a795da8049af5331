package io.unifiedcommerce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String MANIFEST = "channel.yaml";
    private static final String ORDER = "mappings/order.yaml";
    private static final String EXPECTED = "samples/orders/shop.expected.json";

    @TempDir
    Path directory;

    private Path folder;

    @BeforeEach
    void copyTheExample() throws IOException {
        folder = directory.resolve("woocommerce");
        try (Stream<Path> files = Files.walk(Ran.WOOCOMMERCE).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(Ran.WOOCOMMERCE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void theExampleIsSoundAndMadeOfFourFiles() throws IOException {
        Ran checked = Ran.channel("check", folder);

        assertThat(checked.out()).doesNotContain("FAIL").contains("ok    recorded pages give the expected events");
        assertThat(checked.code()).isZero();
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).as("a channel with one stream").hasSize(4);
        }
    }

    @Test
    void allProblemsAreToldAtOnceWithFileAndLine() throws IOException {
        replace(MANIFEST, "records: $", "recods: $");
        replace(MANIFEST, "kind: number", "kind: numbr");
        replace(ORDER, "order_number: number", "order_nmber: number");
        replace(ORDER, "{sum: fee_lines, of: total}", "{sum: fee_lines, off: total}");

        Ran checked = Ran.channel("check", folder);

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out().lines())
                .contains(
                        folder + "/channel.yaml:" + line(MANIFEST, "recods")
                                + ": streams.orders.read.recods: unknown key; did you mean 'records'?",
                        folder + "/channel.yaml:" + line(MANIFEST, "numbr")
                                + ": streams.orders.read.paging.kind: unknown 'numbr'; did you mean 'number'?",
                        folder + "/mappings/order.yaml:" + line(ORDER, "order_nmber")
                                + ": fields.order_nmber: unknown field; did you mean 'order_number'?",
                        folder + "/mappings/order.yaml:" + line(ORDER, "off:")
                                + ": fields.fee_total.off: unknown beside 'sum'; did you mean 'of'?");
    }

    @Test
    void aFaultOfTheSyntaxIsToldWithItsLine() throws IOException {
        replace(MANIFEST, "title: WooCommerce", "title: [WooCommerce");

        Ran checked = Ran.channel("check", folder);

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("not YAML at line ");
    }

    @Test
    void aWrongMappingShowsInTheExpectedEvents() throws IOException {
        replace(ORDER, "grand_total: total", "grand_total: total_tax");

        Ran checked = Ran.channel("check", folder);

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out())
                .contains(
                        "FAIL  recorded pages give the expected events",
                        "[0].grand_total: expected \"78.6000\", found \"13.1000\"")
                .contains("FAIL  the amounts of every order add up");
    }

    @Test
    void expectedEventsAreWrittenOnlyWhenAskedFor() throws IOException {
        String before = Files.readString(folder.resolve(EXPECTED));
        Files.delete(folder.resolve(EXPECTED));

        assertThat(Ran.channel("check", folder).code()).isEqualTo(1);
        assertThat(folder.resolve(EXPECTED)).doesNotExist();
        Ran written = Ran.channel("check", "--write", folder);

        assertThat(written.out()).contains("wrote " + EXPECTED);
        assertThat(written.code()).isZero();
        assertThat(folder.resolve(EXPECTED)).hasContent(before);
    }

    @Test
    void aDirectoryWithoutManifestIsWrongUsage() {
        Ran checked = Ran.channel("check", directory);

        assertThat(checked.code()).isEqualTo(2);
        assertThat(checked.err()).contains("no channel.yaml in " + directory);
    }

    private void replace(String file, String text, String by) throws IOException {
        String before = Files.readString(folder.resolve(file));
        assertThat(before).contains(text);
        Files.writeString(folder.resolve(file), before.replace(text, by));
    }

    private int line(String file, String text) throws IOException {
        return (int) Files.readString(folder.resolve(file))
                        .lines()
                        .takeWhile(line -> !line.contains(text))
                        .count()
                + 1;
    }
}
