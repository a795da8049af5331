package io.unifiedcommerce.interaction.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private final Origins origins =
            new Origins(List.of("https://www.shop.example", "https://*.shop.test", "http://localhost:3000", "null"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.shop.example",
                "HTTPS://WWW.Shop.Example",
                "https://a.shop.test",
                "https://a.b.shop.test",
                "http://localhost:3000",
                "null"
            })
    void allowsWhatIsListed(String origin) {
        assertThat(origins.allow(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.shop.example",
                "https://www.shop.example:8443",
                "https://www.shop.example.evil.test",
                "https://wwwXshop.example",
                "https://shop.test",
                "https://badshop.test",
                "https://evil.test/.shop.test",
                "https://evil.test?.shop.test",
                "http://localhost",
                ""
            })
    void refusesEverythingElse(String origin) {
        assertThat(origins.allow(origin)).isFalse();
    }

    @Test
    void aStarAllowsAnyAndNothingAllowsNone() {
        assertThat(new Origins(List.of("*")).allow("https://any.example")).isTrue();
        assertThat(new Origins(List.of()).allow("null")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"www.shop.example", "https://www.shop.example/", "https://shop.*", "https://", "https://a b"})
    void anOriginHasNoPathAndAScheme(String origin) {
        assertThatThrownBy(() -> new Origins(List.of(origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(origin);
    }
}
