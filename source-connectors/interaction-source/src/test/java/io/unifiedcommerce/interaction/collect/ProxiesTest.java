package io.unifiedcommerce.interaction.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private final Proxies proxies = new Proxies(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/32"));

    @Test
    void onlyATrustedPeerIsBelieved() {
        assertThat(client("198.51.100.1", "203.0.113.5")).isEqualTo("198.51.100.1");
        assertThat(client("10.1.2.3", "203.0.113.5")).isEqualTo("203.0.113.5");
        assertThat(client("2001:db8::1", "203.0.113.5")).isEqualTo("203.0.113.5");
        assertThat(client("10.1.2.3")).isEqualTo("10.1.2.3");
    }

    @Test
    void whatTheClientWroteInFrontIsNotBelieved() {
        assertThat(client("10.1.2.3", "127.0.0.1, 203.0.113.5, 192.0.2.7")).isEqualTo("203.0.113.5");
        assertThat(client("10.1.2.3", "127.0.0.1", "203.0.113.5", "10.9.9.9")).isEqualTo("203.0.113.5");
        assertThat(client("10.1.2.3", "203.0.113.5, unknown")).isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77:8080, 203.0.113.0",
        "203.0.113.77, 203.0.113.0",
        "[2001:db8:1:2:3::4]:443, 2001:db8:1:0:0:0:0:0",
        "2001:db8:1:2:3::4, 2001:db8:1:0:0:0:0:0"
    })
    void addressesAreReadWithPortAndTruncated(String text, String truncated) {
        assertThat(IpAddress.parse(text).orElseThrow().truncated()).hasToString(truncated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shop.example", "", "1.2.3", "300.1.1.1", ":", "::1::2", "1.2.3.4.5", "fe80::1%eth0", "12345"})
    void namesAreNeverLookedUp(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void aClientOfVersion6IsItsNetwork() {
        assertThat(address("2001:db8:1:2:3::4").client())
                .isEqualTo(address("2001:db8:1:2:ffff::").client());
        assertThat(address("192.0.2.1").client())
                .isNotEqualTo(address("192.0.2.2").client());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "proxy.example", ""})
    void aRangeMustBeOne(String range) {
        assertThatThrownBy(() -> new Proxies(List.of(range))).isInstanceOf(IllegalArgumentException.class);
    }

    private String client(String peer, String... forwardedFor) {
        return proxies.client(address(peer), List.of(forwardedFor)).toString();
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
