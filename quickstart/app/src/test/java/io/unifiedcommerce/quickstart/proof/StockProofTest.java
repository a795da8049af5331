package io.unifiedcommerce.quickstart.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.quickstart.scenario.Channels;
import io.unifiedcommerce.quickstart.scenario.Played;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StockProofTest {

    private static final Played PLAYED = new Played(40, 38, 700, 5, 3, 30, 4);

    @Test
    void holdsWhereAllAgree() {
        StockProof proof = proof(Map.of("A", 3L, "B", 0L), Map.of("B", 0L, "A", 3L));
        assertThat(proof.holds()).isTrue();
        assertThat(proof.report()).last().asString().startsWith("PASS");
    }

    @Test
    void failsWhereOneUnitIsMissing() {
        StockProof proof = proof(Map.of("A", 3L, "B", 0L), Map.of("A", 2L, "B", 0L));
        assertThat(proof.holds()).isFalse();
        assertThat(proof.channels().get(0).unitsApart()).isEqualTo(1);
        assertThat(proof.report())
                .contains("  shop-de A: expected 3, shows 2")
                .last()
                .asString()
                .startsWith("FAIL");
    }

    @Test
    void failsWhereAChannelDoesNotKnowASku() {
        assertThat(proof(Map.of("A", 0L), Map.of()).holds()).isFalse();
        assertThat(proof(Map.of(), Map.of("A", 0L)).holds()).isFalse();
    }

    @Test
    void failsWhereThereIsNothingToCompare() {
        assertThat(proof(Map.of(), Map.of()).holds()).isFalse();
    }

    @Test
    void tellsWhatWasPlayed() {
        assertThat(proof(Map.of("A", 1L), Map.of("A", 1L)).report())
                .contains("played: 38 orders with 700 lines, 3 lines returned, 30 orders shipped, 4 cancelled")
                .contains("refused as out of stock: 5 lines; oversold: 2 units");
    }

    private static StockProof proof(Map<String, Long> expected, Map<String, Long> shown) {
        return new StockProof(List.of(StockComparison.of(Channels.SHOP_DE, expected, shown)), PLAYED, 2);
    }
}
