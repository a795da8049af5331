package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Provide
    Arbitrary<List<String>> parts() {
        return Arbitraries.strings()
                .withChars("|%7C25aß")
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property
    void splitGivesThePartsBack(@ForAll("parts") List<String> parts) {
        assertThat(Keys.split(Keys.of(parts.toArray(String[]::new)))).isEqualTo(parts);
    }

    @Test
    void joinsPartsWithBars() {
        assertThat(Keys.of("acme", "shop-de", "1001")).isEqualTo("acme|shop-de|1001");
    }

    @Test
    void escapesWhatWouldMakeTwoKeysOne() {
        assertThat(Keys.of("a|b", "c")).isEqualTo("a%7Cb|c");
        assertThat(Keys.of("a%7Cb", "c")).isEqualTo("a%257Cb|c");
    }

    @Test
    void writesANullPartAsAnEmptyOne() {
        assertThat(Keys.of("acme", null, "shop-de")).isEqualTo("acme||shop-de");
    }
}
