package io.unifiedcommerce.flink.inventory.core;

import static io.unifiedcommerce.flink.inventory.core.LedgerFixture.channel;
import static io.unifiedcommerce.flink.inventory.core.LedgerFixture.of;
import static io.unifiedcommerce.flink.inventory.core.LedgerFixture.push;
import static io.unifiedcommerce.flink.inventory.core.LedgerFixture.pushes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkuLedgerTest {

    @Test
    void aSaleInOneChannelIsToldToTheOthersAtOnce() {
        LedgerFixture ledger = LedgerFixture.selling(channel("a", PushMode.DELTA), channel("b", PushMode.DELTA))
                .inStepAt(10);

        Decision.Push push = push(ledger.tell(ledger.ordered("a", "a|1|1", 3)));

        assertThat(push.channel()).isEqualTo("b");
        assertThat(push.delta()).isEqualTo(-3);
        assertThat(push.target()).isEqualTo(7);
        assertThat(push.covers()).containsExactly("a|1|1");
    }

    @Test
    void theEchoOfAPushIsNotAnsweredWithAnother() {
        LedgerFixture ledger = LedgerFixture.selling(channel("a", PushMode.DELTA), channel("b", PushMode.DELTA))
                .inStepAt(10);
        Decision.Push push = push(ledger.tell(ledger.ordered("a", "a|1|1", 3)));
        ledger.now += 100;

        assertThat(pushes(ledger.tell(ledger.applied(push)))).isEmpty();
        assertThat(pushes(ledger.tell(ledger.seen("b", 7)))).isEmpty();
        assertThat(pushes(ledger.tell(ledger.seen("a", 7)))).isEmpty();
        assertThat(pushes(ledger.later(Duration.ofDays(2).toMillis()))).isEmpty();
    }

    @Test
    void aLevelThatOvertakesItsOrderHoldsTheUnitsBackEverywhere() {
        LedgerFixture ledger = LedgerFixture.selling(channel("a", PushMode.DELTA), channel("b", PushMode.DELTA))
                .inStepAt(10);

        Decision.Push push = push(ledger.tell(ledger.seen("a", 8)));
        List<Decision> onOrder = ledger.tell(ledger.ordered("a", "a|1|1", 2));

        assertThat(push.channel()).isEqualTo("b");
        assertThat(push.target()).isEqualTo(8);
        assertThat(pushes(onOrder)).isEmpty();
        assertThat(ledger.mirror("a").hold()).isZero();
        assertThat(ledger.available()).isEqualTo(8);
    }

    @Test
    void aLevelFromBeforeAPushThatComesAfterItIsNoSale() {
        LedgerFixture ledger =
                LedgerFixture.selling(channel("a", PushMode.DELTA)).inStepAt(5);
        long before = ledger.now;
        ledger.now += 1_000;
        Decision.Push push = push(ledger.tell(ledger.counted(10)));
        ledger.now += 1_000;
        ledger.tell(ledger.applied(push));

        List<Decision> decisions = ledger.tell(ledger.seen("a", 5, before + 1));

        assertThat(ledger.mirror("a").hold()).isZero();
        assertThat(pushes(decisions)).isEmpty();
        assertThat(pushes(ledger.later(120_000))).isEmpty();
    }

    @Test
    void whatNobodyExplainsIsOverwrittenAfterTheQuietTime() {
        LedgerFixture ledger =
                LedgerFixture.selling(channel("a", PushMode.DELTA)).inStepAt(10);
        ledger.tell(ledger.seen("a", 7));

        assertThat(pushes(ledger.later(59_999))).isEmpty();
        List<Decision> decisions = ledger.later(1);

        assertThat(of(Decision.Drifted.class, decisions))
                .extracting(Decision.Drifted::units)
                .containsExactly(-3L);
        assertThat(push(decisions).delta()).isEqualTo(3);
        assertThat(ledger.available()).isEqualTo(10);
    }

    @Test
    void whereEditsAreAcceptedTheyBecomeTheHubsStock() {
        LedgerFixture ledger = LedgerFixture.selling(
                        channel("a", PushMode.DELTA, Policy.ACCEPT), channel("b", PushMode.DELTA))
                .inStepAt(10);
        ledger.tell(ledger.seen("a", 7));

        List<Decision> decisions = ledger.later(60_000);

        assertThat(of(Decision.Adjusted.class, decisions))
                .extracting(adjusted -> adjusted.movement().quantity())
                .containsExactly(-3L);
        assertThat(ledger.available()).isEqualTo(7);
        assertThat(pushes(decisions)).extracting(Decision.Push::channel).doesNotContain("a");
    }

    @Test
    void anOrderThatComesAfterItWasAcceptedAsAnEditCountsOnce() {
        LedgerFixture ledger = LedgerFixture.selling(channel("a", PushMode.DELTA, Policy.ACCEPT))
                .inStepAt(10);
        long soldAt = ledger.now;
        ledger.tell(ledger.seen("a", 9));
        ledger.later(60_000);

        List<Decision> decisions = ledger.tell(ledger.ordered("a", "a|1|1", 1, soldAt));

        assertThat(ledger.available()).isEqualTo(9);
        assertThat(pushes(decisions)).isEmpty();
    }

    @Test
    void aConflictIsTriedAgainAtOnceFromWhatTheChannelShows() {
        LedgerFixture ledger = LedgerFixture.selling(channel("a", PushMode.CAS)).inStepAt(10);
        Decision.Push first = push(ledger.tell(ledger.counted(20)));
        ledger.now += 10;

        Decision.Push second = push(ledger.tell(ledger.answer(first, Fact.Outcome.CONFLICT, 9L)));

        assertThat(second.expected()).isEqualTo(9);
        assertThat(second.target())
                .as("the unit that is gone may be a sale on its way")
                .isEqualTo(19);
        assertThat(second.version()).isGreaterThan(first.version());
    }

    @Test
    void aPushWithoutAnAnswerIsRepeatedUnchangedAndLessAndLessOften() {
        LedgerFixture ledger =
                LedgerFixture.selling(channel("a", PushMode.DELTA)).inStepAt(10);
        Decision.Push push = push(ledger.tell(ledger.counted(20)));

        assertThat(pushes(ledger.later(29_999))).isEmpty();
        assertThat(pushes(ledger.later(1))).containsExactly(push);
        assertThat(pushes(ledger.later(59_999))).isEmpty();
        assertThat(pushes(ledger.later(1))).containsExactly(push);
    }

    @Test
    void anAnswerCountsOnceHoweverOftenItComes() {
        LedgerFixture ledger =
                LedgerFixture.selling(channel("a", PushMode.DELTA)).inStepAt(10);
        Decision.Push push = push(ledger.tell(ledger.counted(20)));
        Fact answer = ledger.applied(push);

        ledger.tell(answer);
        ledger.tell(answer);
        ledger.later(1_000);
        ledger.tell(answer);

        assertThat(ledger.mirror("a").believed()).isEqualTo(20);
        assertThat(pushes(ledger.later(120_000))).isEmpty();
    }

    @Test
    void aFigureReadAfterAnUnknownOutcomeTellsWhetherItWasWritten() {
        LedgerFixture written =
                LedgerFixture.selling(channel("a", PushMode.DELTA)).inStepAt(10);
        LedgerFixture notWritten =
                LedgerFixture.selling(channel("a", PushMode.DELTA)).inStepAt(10);
        Decision.Push push = push(written.tell(written.counted(20)));
        Decision.Push other = push(notWritten.tell(notWritten.counted(20)));
        written.now += 500;
        notWritten.now += 500;

        assertThat(pushes(written.tell(written.answer(push, Fact.Outcome.UNKNOWN, 20L))))
                .isEmpty();
        Decision.Push again = push(notWritten.tell(notWritten.answer(other, Fact.Outcome.UNKNOWN, 10L)));

        assertThat(written.mirror("a").believed()).isEqualTo(20);
        assertThat(again.delta()).isEqualTo(10);
        assertThat(again.pushId()).isNotEqualTo(other.pushId());
    }

    @Test
    void aRefusedPushIsReportedOnceAndTriedAgainLaterWithAHigherVersion() {
        LedgerFixture ledger =
                LedgerFixture.selling(channel("a", PushMode.DELTA)).inStepAt(10);
        Decision.Push push = push(ledger.tell(ledger.counted(20)));

        List<Decision> onRefusal = ledger.tell(ledger.answer(push, Fact.Outcome.REJECTED, null));
        Decision.Push again = push(ledger.later(30_000));
        List<Decision> onSecond = ledger.tell(ledger.answer(again, Fact.Outcome.REJECTED, null));

        assertThat(of(Decision.Refused.class, onRefusal)).hasSize(1);
        assertThat(of(Decision.Refused.class, onSecond)).isEmpty();
        assertThat(again.version()).isGreaterThan(push.version());
        assertThat(pushes(ledger.later(59_999))).isEmpty();
        assertThat(pushes(ledger.later(1))).hasSize(1);
    }

    @Test
    void changesWithinTheDebounceTimeTravelTogetherUnlessStockRunsOut() {
        LedgerFixture ledger =
                LedgerFixture.selling(channel("a", PushMode.DELTA)).inStepAt(10);
        Decision.Push first = push(ledger.tell(ledger.counted(9)));
        ledger.now += 50;
        ledger.tell(ledger.applied(first));

        assertThat(pushes(ledger.tell(ledger.counted(8)))).isEmpty();
        assertThat(pushes(ledger.tell(counted(ledger, 7)))).isEmpty();
        Decision.Push second = push(ledger.later(150));
        ledger.now += 10;
        ledger.tell(ledger.applied(second));
        Decision.Push third = push(ledger.tell(counted(ledger, 0)));

        assertThat(second.target()).isEqualTo(7);
        assertThat(third.target()).isZero();
    }

    @Test
    void aReservationEndsByItself() {
        LedgerFixture ledger =
                LedgerFixture.selling(channel("a", PushMode.DELTA)).inStepAt(10);
        ledger.tell(new Fact.StockReserved("cart-1", "1", "attic", 4, true, ledger.now + 900_000));

        assertThat(ledger.available()).isEqualTo(6);
        ledger.later(900_000);

        assertThat(ledger.available()).isEqualTo(10);
    }

    @Test
    void oversellingIsReportedWithTheNewestLinesAndOnlyWhenItGetsWorse() {
        LedgerFixture ledger = LedgerFixture.withSafetyStock(1, channel("a", PushMode.DELTA));
        ledger.tell(ledger.counted(3));

        assertThat(of(Decision.Oversold.class, ledger.tell(ledger.ordered("a", "a|1|1", 3))))
                .isEmpty();
        ledger.now += 1_000;
        List<Decision> worse = ledger.tell(ledger.ordered("a", "a|2|1", 2));
        List<Decision> same = ledger.tell(new Fact.LineKnown("a|2|1", "a", ledger.now));

        assertThat(of(Decision.Oversold.class, worse)).singleElement().satisfies(alert -> {
            assertThat(alert.units()).isEqualTo(2);
            assertThat(alert.newestLines()).containsExactly("a|2|1", "a|1|1");
        });
        assertThat(of(Decision.Oversold.class, same)).isEmpty();
    }

    @Test
    void everyTermOfThePositionIsPublished() {
        LedgerFixture ledger = LedgerFixture.withSafetyStock(2, channel("a", PushMode.DELTA));
        ledger.tell(ledger.counted(10));
        ledger.tell(new Fact.StockReserved("cart-1", "1", "attic", 1, true, Line.UNKNOWN));
        ledger.tell(ledger.ordered("a", "a|1|1", 3));

        Decision.Position position =
                of(Decision.Position.class, ledger.later(200)).get(0);

        assertThat(position.location()).isEqualTo("attic");
        assertThat(position.onHand()).isEqualTo(10);
        assertThat(position.committed()).isEqualTo(3);
        assertThat(position.reserved()).isEqualTo(1);
        assertThat(position.safetyStock()).isEqualTo(2);
        assertThat(position.available()).isEqualTo(4);
    }

    @Test
    void anOrderThatIsToldInWholeSecondsExplainsWhatWasMissingAfterAWriteOfItsSecond() {
        LedgerFixture ledger = LedgerFixture.selling(channel("a", PushMode.SET));
        long second = ledger.now;
        Decision.Push first = push(ledger.tell(ledger.counted(10)));
        ledger.now += 300;
        ledger.tell(overwrote(ledger, first, 0));
        ledger.later(3_000);
        Decision.Push next = push(ledger.tell(ledger.counted(12)));
        ledger.now += 300;
        Decision.Push held = push(ledger.tell(overwrote(ledger, next, 6)));
        assertThat(ledger.mirror("a").hold()).isEqualTo(4);
        assertThat(held.target()).isEqualTo(8);
        ledger.tell(overwrote(ledger, held, 12));

        List<Decision> onOrder = ledger.tell(ledger.ordered("a", "a|1|1", 4, second));

        assertThat(ledger.available()).isEqualTo(8);
        assertThat(ledger.mirror("a").hold()).isZero();
        assertThat(pushes(onOrder)).isEmpty();
    }

    /** An answer of a platform that read {@code before} and wrote the target over it. */
    private static Fact.PushAnswered overwrote(LedgerFixture ledger, Decision.Push push, long before) {
        return new Fact.PushAnswered(
                push.pushId(),
                push.channel(),
                Fact.Outcome.APPLIED,
                push.mode(),
                push.target() - before,
                before,
                push.target(),
                ledger.now);
    }

    @Test
    void withoutACountNothingIsPushed() {
        LedgerFixture ledger = LedgerFixture.selling(channel("a", PushMode.SET));

        assertThat(pushes(ledger.tell(ledger.seen("a", 5)))).isEmpty();
        assertThat(pushes(ledger.tell(ledger.ordered("a", "a|1|1", 1)))).isEmpty();
    }

    private static Fact counted(LedgerFixture ledger, long units) {
        ledger.now++;
        return ledger.counted(units);
    }
}
