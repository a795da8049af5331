package io.unifiedcommerce.flink.inventory.core;

import static io.unifiedcommerce.flink.inventory.core.LedgerFixture.channel;
import static io.unifiedcommerce.flink.inventory.core.LedgerFixture.of;
import static io.unifiedcommerce.flink.inventory.core.LedgerFixture.push;
import static io.unifiedcommerce.flink.inventory.core.LedgerFixture.pushes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KitLedgerTest {

    private static final Fact.KitDefined SET =
            new Fact.KitDefined("shop|v1", "1", List.of(new Fact.Part("TEE", 2), new Fact.Part("CAP", 1)));

    private final LedgerFixture fixture = LedgerFixture.selling(channel("a", PushMode.DELTA));
    private final KitLedger ledger = new KitLedger(fixture.config, new SkuKey("acme", "SET"), LedgerState.inMemory());

    @Test
    void aBundleIsAsManyAsItsScarcestPartAllows() {
        tell(SET);
        tell(fixture.seen("a", 0));
        tell(new Fact.ComponentStock("TEE", "attic", 7, 1));

        List<Decision> decisions = tell(new Fact.ComponentStock("CAP", "attic", 5, 1));

        assertThat(push(decisions).target()).isEqualTo(3);
        assertThat(of(Decision.Position.class, decisions).get(0).available()).isEqualTo(3);
    }

    @Test
    void aPartThatWasNeverCountedMakesTheBundleUnknownAndNotZero() {
        tell(SET);
        tell(fixture.seen("a", 4));

        assertThat(pushes(tell(new Fact.ComponentStock("TEE", "attic", 7, 1)))).isEmpty();
    }

    @Test
    void anOlderFigureOfAPartIsIgnored() {
        tell(SET);
        tell(fixture.seen("a", 0));
        tell(new Fact.ComponentStock("TEE", "attic", 8, 2));
        tell(new Fact.ComponentStock("TEE", "attic", 100, 1));

        assertThat(push(tell(new Fact.ComponentStock("CAP", "attic", 100, 1))).target())
                .isEqualTo(4);
    }

    @Test
    void factsAboutABundleAreHandedOnByTheLedgerOfCountedStock() {
        fixture.tell(fixture.seen("a", 9));

        List<Decision> onDefinition = fixture.tell(SET);
        List<Decision> onLevel = fixture.tell(fixture.seen("a", 8));

        assertThat(of(Decision.Feed.class, onDefinition))
                .extracting(Decision.Feed::fact)
                .containsExactly(SET, fixture.seen("a", 9));
        assertThat(of(Decision.Feed.class, onLevel))
                .extracting(Decision.Feed::kit)
                .containsExactly("SKU-1");
        assertThat(pushes(onLevel)).isEmpty();
    }

    @Test
    void aPartTellsItsBundlesWhatThereIs() {
        fixture.inStepAt(6);

        List<Decision> onJoining = fixture.tell(new Fact.PartOfKit("SET"));
        fixture.now += 1_000;
        List<Decision> onSale = fixture.tell(fixture.ordered("a", "a|1|1", 1));

        assertThat(available(onJoining)).containsExactly(6L);
        assertThat(available(onSale)).containsExactly(5L);
    }

    private static List<Long> available(List<Decision> decisions) {
        return of(Decision.Feed.class, decisions).stream()
                .map(feed -> ((Fact.ComponentStock) feed.fact()).available())
                .toList();
    }

    private List<Decision> tell(Fact fact) {
        List<Decision> decisions = new ArrayList<>();
        ledger.apply(fact, fixture.now, decisions::add);
        return decisions;
    }
}
