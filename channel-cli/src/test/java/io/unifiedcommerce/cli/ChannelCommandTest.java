package io.unifiedcommerce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelCommandTest {

    @Test
    void withoutACommandItTellsWhatThereIs() {
        Ran ran = Ran.channel();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("Say what to do", "new", "check", "try", "lineage", "test", "serve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "check", "try", "lineage", "test", "serve"})
    void everyCommandHasHelp(String command) {
        Ran ran = Ran.channel(command, "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("Usage: channel.sh " + command);
    }

    @Test
    void lineageShowsWhereEachFieldComesFrom() {
        Ran ran = Ran.channel("lineage", Ran.WOOCOMMERCE);

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "order (stream orders, mappings/order.yaml)",
                        " envelope.entity_id <- id",
                        " grand_total <- total",
                        " lines[].sku <- line_items[].sku",
                        " lines[].fulfilled_quantity <- line_items[].quantity, /status",
                        " shipping_address.city <- shipping.city",
                        " prices_include_tax <- (constant)");
        assertThat(ran.out()).contains("not mapped: cancelled_at, ");
        assertThat(Ran.channel("lineage", Ran.WOOCOMMERCE, "--stream", "ordrs").code())
                .isEqualTo(2);
    }

    @Test
    void theConformanceKitRunsOverTheFolder() {
        Ran ran = Ran.channel("test", Ran.WOOCOMMERCE);

        assertThat(ran.out())
                .contains("ok    reading goes on from every position without loss")
                .contains("skip  the linked store is read whole")
                .doesNotContain("FAIL");
        assertThat(ran.code()).isZero();
    }

    @Test
    void builtInFoldersCanBeLookedAtToo() {
        assertThat(Ran.channel("lineage", Ran.HOME.resolve("channels/unicenta-opos"))
                        .code())
                .isZero();
        assertThat(Ran.channel("check", Ran.HOME.resolve("channels/shopify")).code())
                .isZero();
    }
}
