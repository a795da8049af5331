package io.unifiedcommerce.channel.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which streams are read when the user lists none. */
class StreamSpecTest {
    private static final StreamSpec STREAM = new StreamSpec(
            "order",
            "order.yaml",
            "id",
            null,
            1,
            List.of(),
            true,
            List.of("shop.group", "shop.places"),
            List.of("shop.other"),
            null,
            null,
            null,
            List.of(),
            List.of(),
            new StreamSpec.ChildSpec("parents", "orders", List.of()));

    @Test
    void needsAllOptionsThatItRequires() {
        assertThat(STREAM.missing(Map.of("shop.group", "g", "shop.places", ""))).containsExactly("shop.places");
        assertThat(STREAM.chosenBy(Map.of("shop.group", "g"))).isFalse();
        assertThat(STREAM.chosenBy(Map.of("shop.group", "g", "shop.places", "p")))
                .isTrue();
    }

    @Test
    void makesWayForAnOptionThatTakesItsPlace() {
        assertThat(STREAM.chosenBy(Map.of("shop.group", "g", "shop.places", "p", "shop.other", "o")))
                .isFalse();
        assertThat(STREAM.missing(Map.of("shop.group", "g", "shop.places", "p", "shop.other", "o")))
                .as("it can still be asked for by name")
                .isEmpty();
    }
}
