package io.unifiedcommerce.channel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void isTheSameForTheSameContent() {
        assertThat(Fingerprint.of(Map.of("price", new BigDecimal("1.50"), "units", new BigDecimal("100"))))
                .isEqualTo(Fingerprint.of(Map.of("units", 100L, "price", new BigDecimal("1.5"))));
        assertThat(Fingerprint.of(List.of("ab", "c"))).isNotEqualTo(Fingerprint.of(List.of("a", "bc")));
    }

    @Test
    void doesNotLetAGiantNumberFillTheMemory() {
        assertThat(Fingerprint.of(new BigDecimal("1E+999999999")))
                .hasSize(32)
                .isNotEqualTo(Fingerprint.of(new BigDecimal("1E-999999999")));
    }
}
