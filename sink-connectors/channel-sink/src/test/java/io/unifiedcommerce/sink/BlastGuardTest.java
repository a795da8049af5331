package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryTarget;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BlastGuardTest {
    private static final Instant NOW = Targets.NOW;
    private static final BlastGuard.Limits LIMITS = new BlastGuard.Limits(0.3, Duration.ofHours(1), 5);

    private final BlastGuard guard = new BlastGuard(LIMITS, Targets.INSTANCE, null);

    @Test
    void aFeedThatSetsEverythingToZeroIsStoppedAtTheFewestSkus() {
        int passed = 0;
        for (int i = 0; i < 1_000; i++) {
            passed += guard.holds(zero("sku-" + i), NOW) ? 0 : 1;
        }

        assertThat(passed).isEqualTo(4);
    }

    @Test
    void aShareBelowTheLimitPasses() {
        for (int i = 0; i < 100; i++) {
            StockPush push = i % 4 == 0 ? zero("sku-" + i) : level("sku-" + i, 3);
            boolean held = guard.holds(push, NOW);
            if (i >= 17) {
                assertThat(held).isFalse();
            }
        }
    }

    @Test
    void theSameSkuCountsOnce() {
        for (int i = 0; i < 100; i++) {
            assertThat(guard.holds(zero("TEE"), NOW)).isFalse();
        }
    }

    @Test
    void aSkuThatHadNoStockIsNotTakenToZero() {
        for (int i = 0; i < 100; i++) {
            StockPush push = push(Targets.cas("p" + i, "sku-" + i, 1, 0, 0));
            assertThat(guard.holds(push, NOW)).isFalse();
        }
    }

    @Test
    void whatHappenedBeforeTheWindowDoesNotCount() {
        for (int i = 0; i < 4; i++) {
            guard.holds(zero("old-" + i), NOW);
        }
        Instant later = NOW.plus(Duration.ofHours(2));

        for (int i = 0; i < 4; i++) {
            assertThat(guard.holds(zero("new-" + i), later)).isFalse();
        }
        assertThat(guard.holds(zero("new-5"), later)).isTrue();
    }

    @Test
    void onceItHoldsTheWindowDoesNotLetTheRestTrickleThrough() {
        for (int i = 0; i < 6; i++) {
            guard.holds(zero("sku-" + i), NOW);
        }
        guard.held(2, NOW);

        assertThat(guard.holds(zero("sku-4"), NOW.plus(Duration.ofDays(2)))).isTrue();
    }

    @Test
    void aConfirmationLetsPassWhatWasComputedUntilThenAndNothingLater() {
        BlastToken token =
                BlastToken.parse(BlastToken.upTo(NOW, Targets.INSTANCE).toString(), Targets.INSTANCE);
        BlastGuard confirmed = new BlastGuard(LIMITS, Targets.INSTANCE, token);

        for (int i = 0; i < 100; i++) {
            assertThat(confirmed.holds(zero("sku-" + i), NOW)).isFalse();
        }
        int passed = 0;
        for (int i = 0; i < 100; i++) {
            passed += confirmed.holds(zeroAt("later-" + i, NOW.plusSeconds(1)), NOW) ? 0 : 1;
        }
        assertThat(passed).isLessThan(100);
    }

    @Test
    void aTokenOfAnotherStoreOrAMistypedOneIsRefused() {
        String token = BlastToken.upTo(NOW, "shop-us").toString();

        assertThatThrownBy(() -> BlastToken.parse(token, Targets.INSTANCE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BlastToken.parse("yes", Targets.INSTANCE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(BlastToken.parse(token, "shop-us").upTo()).isEqualTo(NOW);
    }

    private static StockPush zero(String sku) {
        return level(sku, 0);
    }

    private static StockPush level(String sku, long target) {
        return push(Targets.set("push-" + sku, sku, 1, target));
    }

    private static StockPush zeroAt(String sku, Instant occurredAt) {
        InventoryTarget target = Targets.target("push-" + sku, sku, 1)
                .setEnvelope(Targets.envelope(Entity.INVENTORY_TARGET, sku, occurredAt))
                .setTarget(0)
                .build();
        return push(target);
    }

    private static StockPush push(InventoryTarget target) {
        PendingOffsets.Claim claim = new PendingOffsets().claim(new TopicPartition("targets", 0), 0);
        return Targets.push(target, new Taken(null, claim), NOW);
    }
}
