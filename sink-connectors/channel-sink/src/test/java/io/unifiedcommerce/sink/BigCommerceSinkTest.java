package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.model.CustomerProfile;
import io.unifiedcommerce.model.CustomerRef;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.bigcommerce.FakeBigCommerce;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.ProductDraft;
import io.unifiedcommerce.tck.fake.shop.Tracking;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sink against a store that behaves like BigCommerce, also where that hurts. */
class BigCommerceSinkTest {
    private FakeBigCommerce store;
    private TaskDriver task;

    @BeforeEach
    void open() {
        store = FakeBigCommerce.start();
        stock("TEE", 10);
        stock("CAP", 10);
        task = TaskDriver.start(Stores.props(store));
    }

    @AfterEach
    void close() {
        task.close();
        store.close();
    }

    @Test
    void numbersAreWrittenWhateverIsShown() {
        task.put(Targets.set("p1", "TEE", 1, 4), Targets.set("p2", "CAP", 1, 6));

        assertThat(task.resultOf("p1").getStatus()).isEqualTo("APPLIED");
        awaitStock("TEE", 4);
        awaitStock("CAP", 6);
    }

    @Test
    void aDeltaOfUnknownOutcomeIsAnsweredAsUnknownAndNotSentAgain() {
        store.faults().next(Faults.path("adjustments/relative"), new Fault.Cut(true));

        task.put(Targets.delta("p1", "TEE", 1, -3));

        InventoryPushResult result = task.resultOf("p1");
        assertThat(result.getStatus()).isEqualTo("UNKNOWN");
        assertThat(result.getObservedAfter()).isIn(7L, 10L);
        awaitStock("TEE", 7);
        assertThat(store.requests().calls(Faults.path("adjustments/relative"))).hasSize(1);

        task.put(Targets.delta("p1", "TEE", 1, -3));
        task.awaitDone(Entity.INVENTORY_TARGET);
        assertThat(store.requests().calls(Faults.path("adjustments/relative"))).hasSize(1);
    }

    @Test
    void aDeltaThatCouldNotBeReadBackIsLookedUpWhenItIsAskedForAgain() {
        store.faults().next(Faults.path("adjustments/relative"), new Fault.Cut(false));
        store.faults().next(Faults.path("inventory/items"), new Fault.ServerError(503), new Fault.ServerError(503));
        task.put(Targets.delta("p1", "TEE", 1, -3));
        assertThat(task.resultOf("p1").getObservedAfter()).isNull();
        store.faults().clear();

        task.put(Targets.delta("p1", "TEE", 1, -3));
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(task.results())
                .last()
                .satisfies(result -> assertThat(result.getStatus()).isEqualTo("UNKNOWN"))
                .satisfies(result -> assertThat(result.getObservedAfter()).isEqualTo(10));
        assertThat(task.results())
                .extracting(result -> result.getEnvelope().getEventId())
                .doesNotHaveDuplicates();
        assertThat(store.requests().calls(Faults.path("adjustments/relative"))).hasSize(1);
    }

    @Test
    void aNumberOfUnknownOutcomeIsSentAgain() {
        store.faults().next(Faults.path("adjustments/absolute"), new Fault.Cut(true), new Fault.ServerError(504));

        task.put(Targets.set("p1", "TEE", 1, 4));

        assertThat(task.resultOf("p1").getStatus()).isEqualTo("APPLIED");
        awaitStock("TEE", 4);
    }

    @Test
    void aBatchWithRowsAtFaultIsWrittenButForThem() {
        InventoryTarget elsewhere =
                Targets.target("p3", "CAP", 1).setLocationId("999").build();

        task.put(
                Targets.set("p1", "TEE", 1, 4),
                Targets.set("p2", "NO-SUCH", 1, 4),
                elsewhere,
                Targets.set("p4", "CAP", 1, 3));
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(List.of("p2", "p3"))
                .allSatisfy(push -> assertThat(task.resultOf(push).getStatus()).isEqualTo("REJECTED"));
        assertThat(List.of("p1", "p4"))
                .allSatisfy(push -> assertThat(task.resultOf(push).getStatus()).isEqualTo("APPLIED"));
        assertThat(task.context().deadLetters()).hasSize(2);
        awaitStock("TEE", 4);
        awaitStock("CAP", 3);
    }

    @Test
    void aStaleExpectationIsAConflict() {
        task.put(Targets.cas("p1", "TEE", 1, 12, 5), Targets.cas("p2", "CAP", 1, 10, 5));

        assertThat(task.resultOf("p1").getStatus()).isEqualTo("CONFLICT");
        assertThat(task.resultOf("p1").getObservedAfter()).isEqualTo(10);
        assertThat(task.resultOf("p2").getStatus()).isEqualTo("APPLIED");
        awaitStock("CAP", 5);
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(10);
    }

    @Test
    void theQuotaIsWaitedFor() {
        Fault busy = new Fault.TooManyRequests(null, false);
        store.faults().next(busy, busy, busy);

        task.put(IntStream.range(0, 30)
                .mapToObj(i -> Targets.delta("p" + i, "TEE", 1 + i, 1))
                .toArray(InventoryTarget[]::new));
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(task.results()).extracting(InventoryPushResult::getStatus).containsOnly("APPLIED");
        awaitStock("TEE", 40);
    }

    @Test
    void aProfileBecomesAttributesOfItsCustomerHere() {
        Customer ann = store.shop()
                .customers()
                .create(io.unifiedcommerce.tck.fake.shop.CustomerProfile.of("ann@example.org", "Ann", "Lee"));
        CustomerProfile profile = CustomerProfile.newBuilder()
                .setEnvelope(Targets.envelope(Entity.CUSTOMER_PROFILE, "p-1", Targets.NOW))
                .setProfileId("p-1")
                .setMembers(List.of(new CustomerRef(Targets.INSTANCE, Long.toString(ann.id()))))
                .setSegments(List.of("vip", "gift-buyer"))
                .build();

        task.put(task.record(Entity.CUSTOMER_PROFILE, "default|p-1", profile));
        task.awaitDone(Entity.CUSTOMER_PROFILE);

        assertThat(store.attributes(ann.id()))
                .containsEntry("uc_profile_id", "p-1")
                .containsEntry("uc_segments", "gift-buyer,vip");
        assertThat(task.context().deadLetters()).isEmpty();
    }

    @Test
    void anItemTrackedByProductIsWritten() {
        store.shop()
                .catalogue()
                .create(ProductDraft.titled("Mug")
                        .trackedBy(Tracking.PRODUCT)
                        .withVariant("MUG", BigDecimal.TEN, Map.of(1L, 5L)));

        task.put(Targets.set("p1", "MUG", 1, 2));

        assertThat(task.resultOf("p1").getStatus()).isEqualTo("APPLIED");
        awaitStock("MUG", 2);
    }

    private void awaitStock(String sku, long units) {
        task.await(() -> store.shop().stock().available(sku, 1) == units);
    }

    private void stock(String sku, long units) {
        store.shop().catalogue().create(sku, new BigDecimal("10.00"), Map.of(1L, units));
    }
}
