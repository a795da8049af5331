package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.model.CustomerProfile;
import io.unifiedcommerce.model.CustomerRef;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.adobecommerce.FakeCommerce;
import io.unifiedcommerce.tck.fake.shop.Address;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sink against a shop that behaves like Magento, also where that hurts. */
class AdobeCommerceSinkTest {
    private static final Predicate<HttpCall> SAVE =
            call -> call.method().equals("POST") && call.path().endsWith("/source-items");

    private FakeCommerce shop;
    private TaskDriver task;

    @BeforeEach
    void open() {
        shop = FakeCommerce.start();
        stock("TEE", 10);
        stock("CAP", 10);
        task = TaskDriver.start(Stores.props(shop));
    }

    @AfterEach
    void close() {
        task.close();
        shop.close();
    }

    @Test
    void whatShoppersHaveBoughtIsTakenOffOnce() {
        shop.shop().orders().place(OrderDraft.of("EUR", 1, new OrderDraft.Line("TEE", 3, BigDecimal.TEN)));
        assertThat(shop.salable("TEE")).isEqualTo(7);

        task.put(sold("p1", "TEE", 4), sold("p2", "CAP", 6));

        assertThat(task.resultOf("p1").getStatus()).isEqualTo("APPLIED");
        assertThat(task.resultOf("p1").getObservedBefore()).isEqualTo(7);
        assertThat(task.resultOf("p2").getStatus()).isEqualTo("APPLIED");
        assertThat(shop.salable("TEE")).isEqualTo(4);
        assertThat(shop.salable("CAP")).isEqualTo(6);
        assertThat(shop.requests().calls(SAVE)).hasSize(1);
    }

    @Test
    void aSaveOfUnknownOutcomeAndDeadlocksAreTriedAgain() {
        shop.faults().next(SAVE, new Fault.Cut(true), new Fault.ServerError(504));
        shop.deadlock(2);

        task.put(sold("p1", "TEE", 4));

        assertThat(task.resultOf("p1").getStatus()).isEqualTo("APPLIED");
        assertThat(shop.salable("TEE")).isEqualTo(4);
    }

    @Test
    void aBatchWithRowsAtFaultIsWrittenButForThem() {
        task.put(
                sold("p1", "TEE", 4),
                sold("p2", "NO-SUCH", 4),
                at("p3", "CAP", "nowhere", 4),
                at("p4", "CAP", "default", 3));
        task.awaitDone(Entity.INVENTORY_TARGET);

        assertThat(List.of("p2", "p3"))
                .allSatisfy(push -> assertThat(task.resultOf(push).getStatus()).isEqualTo("REJECTED"));
        assertThat(List.of("p1", "p4"))
                .allSatisfy(push -> assertThat(task.resultOf(push).getStatus()).isEqualTo("APPLIED"));
        assertThat(task.context().deadLetters()).hasSize(2);
        assertThat(shop.salable("TEE")).isEqualTo(4);
        assertThat(shop.salable("CAP")).isEqualTo(3);
    }

    @Test
    void aProfileBecomesAttributesAndNothingElseIsLost() {
        shop.defineCustomerAttribute("uc_segments");
        Address home = new Address("Ann", "Lee", "1 Main St", "", "Albany", "NY", "12207", "US", "US", "+15185550100");
        Customer ann = shop.shop()
                .customers()
                .create(io.unifiedcommerce.tck.fake.shop.CustomerProfile.of("ann@example.org", "Ann", "Lee")
                        .livingAt(home)
                        .inGroup(4));
        CustomerProfile profile = CustomerProfile.newBuilder()
                .setEnvelope(Targets.envelope(Entity.CUSTOMER_PROFILE, "p-1", Targets.NOW))
                .setProfileId("p-1")
                .setMembers(List.of(new CustomerRef(Targets.INSTANCE, Long.toString(ann.id()))))
                .setSegments(List.of("vip", "gift-buyer"))
                .build();

        task.put(task.record(Entity.CUSTOMER_PROFILE, "default|p-1", profile));
        task.awaitDone(Entity.CUSTOMER_PROFILE);

        assertThat(shop.attributes(ann.id())).isEqualTo(Map.of("uc_segments", "gift-buyer,vip"));
        Customer now = shop.shop().customers().records().find(ann.id()).orElseThrow();
        assertThat(now.profile()).isEqualTo(ann.profile());
        assertThat(task.context().deadLetters()).isEmpty();
    }

    private static InventoryTarget sold(String push, String sku, long target) {
        return at(push, sku, "website:base", target);
    }

    private static InventoryTarget at(String push, String sku, String location, long target) {
        return Targets.target(push, sku, 1)
                .setLocationId(location)
                .setTarget(target)
                .build();
    }

    private void stock(String sku, long units) {
        shop.shop().catalogue().create(sku, new BigDecimal("10.00"), Map.of(1L, units));
    }
}
