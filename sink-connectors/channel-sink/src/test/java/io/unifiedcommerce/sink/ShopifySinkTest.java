package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.model.Consent;
import io.unifiedcommerce.model.CustomerProfile;
import io.unifiedcommerce.model.CustomerRef;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryPushResult;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.ProductDraft;
import io.unifiedcommerce.tck.fake.shop.Tracking;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sink against a store that behaves like Shopify, also where that hurts. */
class ShopifySinkTest {
    private FakeShopify store;
    private TaskDriver task;

    @BeforeEach
    void open() {
        store = FakeShopify.start();
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
    void aDeltaAddsToWhatTheStoreHasSoldMeanwhile() {
        store.shop().stock().count("TEE", 1, 9);

        task.put(Targets.delta("p1", "TEE", 1, -3));

        InventoryPushResult result = task.resultOf("p1");
        assertThat(result.getStatus()).isEqualTo("APPLIED");
        assertThat(result.getObservedBefore()).isEqualTo(9);
        assertThat(result.getObservedAfter()).isEqualTo(6);
        assertThat(result.getAppliedAt()).isNotNull();
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(6);
    }

    @Test
    void aDeltaThatIsDeliveredAgainToAnotherTaskIsAppliedOnce() {
        task.put(Targets.delta("p1", "TEE", 1, -3), Targets.delta("p2", "CAP", 1, -1));
        task.awaitDone(Entity.INVENTORY_TARGET);
        task.close();

        task = TaskDriver.start(Stores.props(store));
        task.put(Targets.delta("p2", "CAP", 1, -1), Targets.delta("p1", "TEE", 1, -3));
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(7);
        assertThat(store.shop().stock().available("CAP", 1)).isEqualTo(9);
        assertThat(task.resultOf("p1").getStatus()).isEqualTo("APPLIED");
    }

    @Test
    void aDeltaWhoseAnswerWasLostIsAppliedOnce() {
        store.faults().next(Faults.body("inventoryAdjustQuantities"), new Fault.Cut(true));

        task.put(Targets.delta("p1", "TEE", 1, -3));

        assertThat(task.resultOf("p1").getStatus()).isEqualTo("APPLIED");
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(7);
    }

    @Test
    void aDeltaThatNeverArrivedIsAppliedOnce() {
        store.faults().next(Faults.body("inventoryAdjustQuantities"), new Fault.Cut(false), new Fault.ServerError(502));

        task.put(Targets.delta("p1", "TEE", 1, -3));

        assertThat(task.resultOf("p1").getStatus()).isEqualTo("APPLIED");
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(7);
    }

    @Test
    void aStaleExpectationIsAConflictThatTellsWhatIsThere() {
        task.put(Targets.cas("p1", "TEE", 1, 12, 5), Targets.cas("p2", "CAP", 1, 10, 5));

        InventoryPushResult conflict = task.resultOf("p1");
        assertThat(conflict.getStatus()).isEqualTo("CONFLICT");
        assertThat(conflict.getObservedAfter()).isEqualTo(10);
        assertThat(task.resultOf("p2").getStatus()).isEqualTo("APPLIED");
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(10);
        assertThat(store.shop().stock().available("CAP", 1)).isEqualTo(5);
        assertThat(task.context().deadLetters()).isEmpty();
    }

    @Test
    void aBatchWithRowsAtFaultIsWrittenButForThem() {
        store.shop()
                .catalogue()
                .create(ProductDraft.titled("Gift card")
                        .trackedBy(Tracking.NONE)
                        .withVariant("GIFT", BigDecimal.TEN, Map.of()));
        InventoryTarget elsewhere =
                Targets.target("p4", "CAP", 1).setLocationId("999").build();

        task.put(
                Targets.set("p1", "TEE", 1, 4),
                Targets.set("p2", "NO-SUCH", 1, 4),
                Targets.set("p3", "GIFT", 1, 4),
                elsewhere,
                Targets.set("p5", "CAP", 1, 3));
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(List.of("p2", "p3", "p4"))
                .allSatisfy(push -> assertThat(task.resultOf(push).getStatus()).isEqualTo("REJECTED"));
        assertThat(task.context().deadLetters()).hasSize(3);
        assertThat(task.context().reasons())
                .anySatisfy(reason -> assertThat(reason).contains("NO-SUCH"));
        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(4);
        assertThat(store.shop().stock().available("CAP", 1)).isEqualTo(3);
    }

    @Test
    void anItemIsStockedAtALocationWhereItWasNot() {
        long lyon = store.shop().locations().create("Lyon", "LYON").id();

        task.put(Targets.target("p1", "TEE", 1)
                .setLocationId(Long.toString(lyon))
                .setTarget(8)
                .build());

        assertThat(task.resultOf("p1").getStatus()).isEqualTo("APPLIED");
        assertThat(store.shop().stock().available("TEE", lyon)).isEqualTo(8);
    }

    @Test
    void aStormOfRefusalsDelaysAndLosesNothing() {
        Fault busy = new Fault.TooManyRequests(null, true);
        store.faults().next(busy, busy, new Fault.ServerError(503), new Fault.MaintenancePage(), busy, busy);

        task.put(IntStream.range(0, 40)
                .mapToObj(i -> Targets.delta("p" + i, i % 2 == 0 ? "TEE" : "CAP", 1 + i, 1))
                .toArray(InventoryTarget[]::new));
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(store.shop().stock().available("TEE", 1)).isEqualTo(30);
        assertThat(store.shop().stock().available("CAP", 1)).isEqualTo(30);
        assertThat(task.results()).extracting(InventoryPushResult::getStatus).containsOnly("APPLIED");
        assertThat(task.results()).hasSize(40);
    }

    @Test
    void withdrawnCredentialsAreWaitedOutWithoutCommittingAnything() {
        store.faults().randomly(1, Faults.ANY, new Fault.WrongToken());
        task.put(Targets.delta("p1", "TEE", 1, -3));
        task.await(() -> store.requests().withStatus(401) > 1);
        assertThat(task.committable(Entity.INVENTORY_TARGET.topic("commerce"))).isZero();

        store.faults().clear();

        assertThat(task.resultOf("p1").getStatus()).isEqualTo("APPLIED");
    }

    @Test
    void manyLevelsAreWrittenInFewRequests() {
        IntStream.range(0, 300).forEach(i -> stock("SKU-" + i, 1));
        task.close();
        Map<String, String> props = Stores.props(store);
        props.put("linger.ms", "200");
        task = TaskDriver.start(props);

        task.put(IntStream.range(0, 300)
                .mapToObj(i -> Targets.set("p" + i, "SKU-" + i, 1, i + 1))
                .toArray(InventoryTarget[]::new));
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(store.requests().calls(Faults.body("inventorySetQuantities")))
                .hasSize(2);
        assertThat(store.shop().stock().available("SKU-299", 1)).isEqualTo(300);
    }

    @Test
    void aProfileIsShownAtItsCustomersHereAndTakenAwayAgain() {
        task.close();
        Map<String, String> props = Stores.props(store);
        props.put("behavior.on.null.values", "delete");
        task = TaskDriver.start(props);
        Customer ann = store.shop()
                .customers()
                .create(io.unifiedcommerce.tck.fake.shop.CustomerProfile.of("ann@example.org", "Ann", "Lee"));
        store.shop().customers().change(ann.id(), customer -> customer.tagged(List.of("Wholesale")));
        CustomerProfile profile = CustomerProfile.newBuilder()
                .setEnvelope(Targets.envelope(Entity.CUSTOMER_PROFILE, "p-1", Targets.NOW))
                .setProfileId("p-1")
                .setMembers(List.of(
                        new CustomerRef(Targets.INSTANCE, Long.toString(ann.id())), new CustomerRef("shop-us", "4")))
                .setSegments(List.of("vip"))
                .setConsents(List.<Consent>of())
                .build();

        task.put(task.record(Entity.CUSTOMER_PROFILE, "default|p-1", profile));
        task.awaitDone(Entity.CUSTOMER_PROFILE);

        assertThat(tags(ann)).containsExactlyInAnyOrder("Wholesale", "uc:profile:p-1", "uc:vip");
        assertThat(store.metafields(ann.id()).values())
                .containsExactly("{\"profile_id\":\"p-1\",\"segments\":[\"vip\"]}");

        task.put(task.record(Entity.CUSTOMER_PROFILE, "default|p-1", null));
        task.awaitDone(Entity.CUSTOMER_PROFILE);

        assertThat(tags(ann)).containsExactly("Wholesale");
        assertThat(store.metafields(ann.id())).isEmpty();
    }

    private List<String> tags(Customer customer) {
        return store.shop()
                .customers()
                .records()
                .find(customer.id())
                .orElseThrow()
                .tags();
    }

    private void stock(String sku, long units) {
        store.shop().catalogue().create(sku, new BigDecimal("10.00"), Map.of(1L, units));
    }
}
