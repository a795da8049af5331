package io.unifiedcommerce.channel.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantViewTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String ONE = GrantView.claimKey("shop", "one");
    private static final String TWO = GrantView.claimKey("shop", "two");
    private static final Grant GRANT =
            new Grant("access", "refresh", NOW, NOW.plusSeconds(3600), List.of("root of the first token"));

    private final GrantView view = new GrantView("shop", Duration.ofMinutes(5));

    @Test
    void itIsTheTurnOfTheClaimThatCameFirst() {
        take(ONE, "claimed", NOW);
        take(TWO, "claimed", NOW);
        assertThat(view.first(ONE, NOW)).isTrue();
        assertThat(view.first(TWO, NOW)).isFalse();
        take(ONE, null, NOW);
        assertThat(view.first(TWO, NOW)).isTrue();
    }

    @Test
    void aClaimOfWhoeverCrashedEndsWithItsLease() {
        take(ONE, "claimed", NOW);
        take(TWO, "claimed", NOW.plusSeconds(1));
        assertThat(view.first(TWO, NOW.plusSeconds(299))).isFalse();
        assertThat(view.first(TWO, NOW.plusSeconds(300))).isTrue();
    }

    @Test
    void aClaimMadeAgainGoesToTheEndOfTheQueue() {
        take(ONE, "claimed", NOW);
        take(TWO, "claimed", NOW);
        take(ONE, "claimed", NOW);
        assertThat(view.first(TWO, NOW)).isTrue();
    }

    @Test
    void recordsOfOtherAccountsAreNotSeen() {
        take("shop-2", "grant", NOW);
        take(GrantView.claimKey("shop-2", "one"), "claimed", NOW);
        take(ONE, "claimed", NOW);
        assertThat(view.grant()).isEmpty();
        assertThat(view.first(ONE, NOW)).isTrue();
    }

    @Test
    void aSealedGrantIsOpenedWithAnyOfTheSecretsAndUnderItsOwnAccountOnly() {
        byte[] sealed = new GrantCipher(List.of("old"), "shop").seal(GRANT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("access", "refresh");
        assertThat(new GrantCipher(List.of("old", "new"), "shop").open(sealed)).isEqualTo(GRANT);
        assertThatThrownBy(() -> new GrantCipher(List.of("new"), "shop").open(sealed))
                .isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("client secret");
        assertThatThrownBy(() -> new GrantCipher(List.of("old"), "other").open(sealed))
                .isInstanceOf(GrantStoreException.class);
        assertThat(GRANT.toString()).doesNotContain("access", "refresh");
    }

    private void take(String key, String value, Instant at) {
        view.take(key, value == null ? null : value.getBytes(StandardCharsets.UTF_8), at);
    }
}
