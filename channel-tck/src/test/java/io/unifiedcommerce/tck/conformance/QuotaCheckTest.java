package io.unifiedcommerce.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.manifest.QuotaSpec;
import io.unifiedcommerce.tck.conformance.simulation.SimulatedLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaCheckTest {
    private static final QuotaSpec TWENTY = new QuotaSpec.FixedRate(20, Duration.ofSeconds(1), 0.1);

    @Test
    void aQuotaThatFitsIsFoundGood() {
        assertThat(QuotaCheck.judge(TWENTY, new SimulatedLimit.Sliding(20, Duration.ofSeconds(1)), 1)
                        .list())
                .isEmpty();
    }

    @Test
    void aQuotaAboveThePlatformsIsExceeded() {
        assertThat(QuotaCheck.judge(TWENTY, new SimulatedLimit.Sliding(10, Duration.ofSeconds(1)), 1)
                        .list())
                .anySatisfy(finding -> assertThat(finding).startsWith("the platform refused"));
    }

    @Test
    void aQuotaBelowThePlatformsIsNotUsed() {
        assertThat(QuotaCheck.judge(TWENTY, new SimulatedLimit.Sliding(40, Duration.ofSeconds(1)), 1)
                        .list())
                .singleElement()
                .satisfies(finding -> assertThat(finding).contains("calls were made of"));
    }
}
