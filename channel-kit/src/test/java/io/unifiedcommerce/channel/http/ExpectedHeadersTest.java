package io.unifiedcommerce.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectedHeadersTest {
    private final ExpectedHeaders headers =
            new ExpectedHeaders(Map.of("X-Api-Version", "${shop.version}"), Map.of("shop.version", "2026-07"));

    @Test
    void saysOnceThatThePlatformServesAnotherVersion() {
        assertThat(headers.newlyBroken(Map.of("x-api-version", "2026-10")))
                .containsExactly(
                        "The platform answers with x-api-version 2026-10 where 2026-07 was asked for; check the "
                                + "option");
        assertThat(headers.newlyBroken(Map.of("x-api-version", "2026-10"))).isEmpty();
    }

    @Test
    void isSilentWhereAllIsAsExpectedOrNothingIsTold() {
        assertThat(headers.newlyBroken(Map.of("x-api-version", "2026-07"))).isEmpty();
        assertThat(headers.newlyBroken(Map.of())).isEmpty();
    }
}
