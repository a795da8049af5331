package io.unifiedcommerce.quickstart.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {

    private final Rate rate = new Rate();

    @Test
    void isTheGrowthOverTheLastFiveSeconds() {
        assertThat(rate.perSecond(Duration.ofSeconds(10), 100)).isZero();
        assertThat(rate.perSecond(Duration.ofSeconds(12), 160)).isEqualTo(30);
        assertThat(rate.perSecond(Duration.ofSeconds(17), 160)).isZero();
    }
}
