package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTest {

    private static final Map<String, Object> ENVELOPE = Map.of("tenant_id", "acme", "channel_instance", "shop-de");

    @ParameterizedTest
    @EnumSource
    void isFoundByItsNameAndByItsTopic(Entity entity) {
        assertThat(Entity.ofName(entity.entityName())).isEqualTo(entity);
        assertThat(Entity.ofTopic(entity.topic("commerce"))).contains(entity);
        assertThat(Entity.ofTopic(entity.topic("eu.west.orders"))).contains(entity);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER,                 commerce.orders.v1",
        "ORDER_STATUS_CHANGED,  commerce.order-status.v1",
        "INVENTORY_TARGET,      commerce.cmd.inventory-target.v1",
        "INVENTORY_PUSH_RESULT, commerce.result.inventory-push.v1",
        "CUSTOMER_PROFILE,      commerce.profiles.v1"
    })
    void hasTheTopicOfTheDesign(Entity entity, String topic) {
        assertThat(entity.topic("commerce")).isEqualTo(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".v1",
                "orders.v1",
                "commerce.orders",
                "commerce.orders.v2",
                "commerce.inventory-target.v1",
                "x.reorders.v1"
            })
    void leavesForeignTopicsAlone(String topic) {
        assertThat(Entity.ofTopic(topic)).isEmpty();
    }

    @Test
    void namesWhatThereIsWhenAskedForAnUnknownName() {
        assertThatThrownBy(() -> Entity.ofName("ordr"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ordr'")
                .hasMessageContaining("order, order_status_changed");
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER,                acme|shop-de|O1",
        "PAYMENT,              acme|shop-de|O1",
        "INVENTORY_LEVEL,      acme|S1|L1|shop-de",
        "INVENTORY_ADJUSTMENT, acme|S1",
        "INVENTORY_TARGET,     acme|S1|L1|shop-fr",
        "INVENTORY_POSITION,   acme|S1|L1",
        "VARIANT,              acme|shop-de|V1",
        "INTERACTION,          acme|A1",
        "PROFILE_ALIAS,        acme|P0"
    })
    void keysByTheFieldsOfTheDesign(Entity entity, String key) {
        assertThat(entity.key(with(Map.of(
                        "order_id", "O1",
                        "payment_id", "X1",
                        "sku", "S1",
                        "location_id", "L1",
                        "channel_instance", "shop-fr",
                        "variant_id", "V1",
                        "anonymous_id", "A1",
                        "old_profile_id", "P0"))))
                .isEqualTo(key);
    }

    @Test
    void keysStockWithoutLocation() {
        Map<String, Object> stock = with(Map.of("sku", "S1", "channel_instance", "shop-fr"));

        assertThat(Entity.INVENTORY_TARGET.key(stock)).isEqualTo("acme|S1||shop-fr");
        assertThat(Entity.INVENTORY_POSITION.key(stock)).isEqualTo("acme|S1");
    }

    @Test
    void keysAPaymentForNoOrderByItself() {
        assertThat(Entity.PAYMENT.key(with(Map.of("payment_id", "X1")))).isEqualTo("acme|shop-de|X1");
    }

    @Test
    void namesTheFieldThatTheKeyLacks() {
        assertThatThrownBy(() -> Entity.ORDER.key(with(Map.of())))
                .isInstanceOf(ModelException.class)
                .hasMessage("order_id: the key needs a value");
        assertThatThrownBy(() -> Entity.ORDER.key(Map.of("order_id", "O1")))
                .hasMessage("envelope: required record is missing");
        assertThatThrownBy(() -> Entity.ORDER.key("O1")).hasMessage("not a record of order");
    }

    @Provide
    Arbitrary<SpecificRecord> records() {
        return RandomRecords.ofAnyEntity();
    }

    @Property(tries = 200)
    void structAndJavaTypeHaveTheSameKey(@ForAll("records") SpecificRecord record) {
        Entity entity = Structs.entity(record);

        assertThat(entity.key(Structs.of(entity, record))).isEqualTo(entity.key(record));
    }

    private static Map<String, Object> with(Map<String, String> fields) {
        Map<String, Object> record = new HashMap<>(fields);
        record.put("envelope", ENVELOPE);
        return record;
    }
}
