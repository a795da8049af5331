package io.unifiedcommerce.quickstart.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.quickstart.scenario.Channels;
import io.unifiedcommerce.quickstart.scenario.Played;
import io.unifiedcommerce.tck.fake.FakeClock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConvergenceTest {

    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final FakeClock clock = FakeClock.at("2026-11-20T10:00:00Z");

    @Test
    void anAgreementThatDoesNotLastIsNone() throws InterruptedException {
        StockProof end = await(false, true, true, false, true, true, true);
        assertThat(end.holds()).isTrue();
        assertThat(looks).isEqualTo(7);
    }

    @Test
    void givesUpAfterItsLimit() throws InterruptedException {
        StockProof end = await(Stream.generate(() -> false).limit(20).toArray(Boolean[]::new));
        assertThat(end.holds()).isFalse();
        assertThat(looks).isBetween(10, 13);
    }

    private int looks;

    /** Each look takes a second. */
    private StockProof await(Boolean... agreements) throws InterruptedException {
        Iterator<Boolean> next = List.of(agreements).iterator();
        return new Convergence(() -> look(next.next()), clock).await(LIMIT, CALM);
    }

    private StockProof look(boolean agrees) {
        looks++;
        clock.advance(Duration.ofSeconds(1));
        Map<String, Long> shown = Map.of("A", agrees ? 1L : 0L);
        return new StockProof(
                List.of(StockComparison.of(Channels.SHOP_DE, Map.of("A", 1L), shown)),
                new Played(0, 0, 0, 0, 0, 0, 0),
                0);
    }
}
