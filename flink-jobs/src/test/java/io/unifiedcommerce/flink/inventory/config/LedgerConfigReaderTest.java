package io.unifiedcommerce.flink.inventory.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import io.unifiedcommerce.flink.inventory.core.Measured;
import io.unifiedcommerce.flink.inventory.core.Policy;
import io.unifiedcommerce.flink.inventory.core.PushMode;
import io.unifiedcommerce.flink.inventory.core.PushPoint;
import io.unifiedcommerce.flink.inventory.core.SellingChannel;
import io.unifiedcommerce.flink.inventory.core.StockLocation;
import io.unifiedcommerce.flink.inventory.core.Timing;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerConfigReaderTest {

    private static final String WHOLE = """
            hub: hub
            last_units: 2
            timing: {quiet: PT2M}
            locations:
              - {id: warehouse, authority: erp-1, measured: AVAILABLE, safety_stock: 3}
              - {id: attic}
            aliases:
              shop-de: {65432: warehouse}
            ignored_locations:
              shop-de: ["999"]
            channels:
              - instance: shop-de
                sells: [warehouse, attic]
                push: {location_id: 65432, mode: DELTA}
                buffer: 1
                share: 0.5
                cap: 100
                priority: true
              - instance: market
                sells: [attic]
                push: {location_id: main, mode: SET}
                policy: ACCEPT
            """;

    @Test
    void readsEverythingThereIs() {
        LedgerConfig config = LedgerConfigReader.parse(WHOLE);

        assertThat(config.hub()).isEqualTo("hub");
        assertThat(config.lastUnits()).isEqualTo(2);
        assertThat(config.timing().quiet()).isEqualTo(120_000);
        assertThat(config.timing().debounce()).isEqualTo(Timing.DEFAULT.debounce());
        assertThat(config.locations().values())
                .containsExactlyInAnyOrder(
                        new StockLocation("warehouse", "erp-1", Measured.AVAILABLE, 3),
                        new StockLocation("attic", "hub", Measured.ON_HAND, 0));
        assertThat(config.resolve("shop-de", "65432")).map(StockLocation::id).contains("warehouse");
        assertThat(config.isIgnored("shop-de", "999")).isTrue();
        assertThat(config.channels().get("shop-de"))
                .isEqualTo(new SellingChannel(
                        "shop-de",
                        List.of("warehouse", "attic"),
                        new PushPoint("65432", PushMode.DELTA),
                        1,
                        new BigDecimal("0.5"),
                        100,
                        Policy.ENFORCE,
                        true));
        assertThat(config.channels().get("market").cap()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void readsJson() {
        LedgerConfig config = LedgerConfigReader.parse("{\"hub\": \"hub\", \"locations\": [{\"id\": \"attic\"}]}");

        assertThat(config.locations()).containsKey("attic");
    }

    @Test
    void namesEveryMistakeAtOnce() {
        List<String> errors = errors("""
                hubb: x
                last_units: -1
                timing: {quiet: 60}
                locations:
                  - {id: attic, measured: ONHAND, safetystock: 1}
                  - {id: attic}
                channels:
                  - {sells: [], push: {mode: DELTA}, share: 1.5, priority: maybe}
                  - just a text
                """);

        assertThat(errors)
                .containsExactly(
                        "hubb: no such key; there are hub, last_units, timing, locations, aliases, ignored_locations, channels",
                        "hub: missing",
                        "locations[0].safetystock: no such key; there are id, authority, measured, safety_stock",
                        "locations[0].measured: must be one of ON_HAND, AVAILABLE",
                        "locations[1].id: 'attic' is there twice",
                        "channels[1]: must be an object, is a text",
                        "channels[0].sells: at least one location is needed",
                        "channels[0].instance: missing",
                        "channels[0].push.location_id: missing",
                        "channels[0].share: must be a number from 0 to 1, is a number",
                        "channels[0].priority: must be true or false, is a text",
                        "channels[1].sells: at least one location is needed",
                        "channels[1].instance: missing",
                        "channels[1].instance: '' is there twice",
                        "last_units: must be a whole number, 0 or more, is a number",
                        "timing.quiet: must be an ISO 8601 duration such as PT30S, is a text");
    }

    @Test
    void namesContradictions() {
        List<String> errors = errors("""
                hub: hub
                last_units: 1
                timing: {clock_tolerance: PT2M}
                locations:
                  - {id: store, authority: shop}
                aliases: {shop: {"1": store, "2": nowhere}}
                channels:
                  - {instance: shop, sells: [store, cellar], push: {location_id: "1", mode: SET}, policy: ACCEPT}
                """);

        assertThat(errors)
                .containsExactlyInAnyOrder(
                        "aliases.shop.2: 'nowhere' is not among locations",
                        "channels.shop.sells: 'cellar' is not among locations",
                        "channels.shop.push.location_id: is 'store', which this channel itself counts: a push would"
                                + " change the count it starts from",
                        "channels.shop.policy: ACCEPT needs one single location, counted by the hub, and share 1",
                        "last_units: no channel has priority, so nobody could sell the last units",
                        "timing.clock_tolerance: must not be longer than timing.quiet");
    }

    @Test
    void saysWhereTheFileIsMalformed() {
        assertThat(errors("hub: [\n"))
                .singleElement()
                .asString()
                .startsWith("neither YAML nor JSON")
                .contains("line 2");
    }

    @Test
    void refusesAKeyThatIsThereTwice() {
        assertThat(errors("hub: a\nhub: b\n")).singleElement().asString().contains("hub");
    }

    private static List<String> errors(String yaml) {
        return catchThrowableOfType(LedgerConfigException.class, () -> LedgerConfigReader.parse(yaml))
                .errors();
    }
}
