package io.unifiedcommerce.model;

import static io.unifiedcommerce.model.KeyFields.inChannel;
import static io.unifiedcommerce.model.KeyFields.inTenant;
import static io.unifiedcommerce.model.KeyFields.stock;
import static io.unifiedcommerce.model.KeyFields.stockInChannel;
import static io.unifiedcommerce.model.Topic.events;
import static io.unifiedcommerce.model.Topic.state;

import io.unifiedcommerce.model.KeyFields.Place;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Every kind of event: its name, its topic, its key and its Java type. */
public enum Entity {
    ORDER("order", state("orders"), Order.class, inChannel("order_id")),
    ORDER_STATUS_CHANGED(
            "order_status_changed", events("order-status"), OrderStatusChanged.class, inChannel("order_id")),
    FULFILMENT("fulfilment", events("fulfilments"), Fulfilment.class, inChannel("order_id")),
    PAYMENT("payment", events("payments"), Payment.class, inChannel("order_id", "payment_id")),
    REFUND("refund", events("refunds"), Refund.class, inChannel("order_id")),
    INVENTORY_LEVEL("inventory_level", state("inventory-levels"), InventoryLevel.class, stockInChannel(Place.ENVELOPE)),
    INVENTORY_ADJUSTMENT(
            "inventory_adjustment", events("inventory-adjustments"), InventoryAdjustment.class, inTenant("sku")),
    RESERVATION("reservation", events("reservations"), Reservation.class, inTenant("sku")),
    INVENTORY_TARGET(
            "inventory_target", events("cmd.inventory-target"), InventoryTarget.class, stockInChannel(Place.RECORD)),
    INVENTORY_PUSH_RESULT(
            "inventory_push_result",
            events("result.inventory-push"),
            InventoryPushResult.class,
            stockInChannel(Place.RECORD)),
    INVENTORY_POSITION("inventory_position", state("inventory-positions"), InventoryPosition.class, stock()),
    INVENTORY_ALERT("inventory_alert", events("inventory-alerts"), InventoryAlert.class, inTenant("sku")),
    PRODUCT("product", state("products"), Product.class, inChannel("product_id")),
    VARIANT("variant", state("variants"), Variant.class, inChannel("variant_id")),
    PRICE("price", events("prices"), Price.class, inTenant("sku")),
    CUSTOMER("customer", state("customers"), Customer.class, inChannel("customer_id")),
    CUSTOMER_PROFILE("customer_profile", state("profiles"), CustomerProfile.class, inTenant("profile_id")),
    PROFILE_ALIAS("profile_alias", state("profile-aliases"), ProfileAlias.class, inTenant("old_profile_id")),
    ERASURE_REQUEST("erasure_request", events("erasure-requests"), ErasureRequest.class, inTenant("request_id")),
    DATA_REQUEST("data_request", events("data-requests"), DataRequest.class, inTenant("request_id")),
    INTERACTION(
            "interaction",
            events("interactions"),
            Interaction.class,
            inTenant("session_id", "anonymous_id", "customer_id", "interaction_id")),
    LOCATION("location", state("locations"), Location.class, inChannel("location_id"));

    private static final Map<String, Entity> BY_NAME = index(Entity::entityName);
    private static final Map<String, Entity> BY_LAST_WORD = index(entity -> entity.topic.lastWord());

    private final String entityName;
    private final Topic topic;
    private final Class<? extends SpecificRecord> javaType;
    private final KeyFields key;
    private final Schema avroSchema;

    Entity(String entityName, Topic topic, Class<? extends SpecificRecord> javaType, KeyFields key) {
        this.entityName = entityName;
        this.topic = topic;
        this.javaType = javaType;
        this.key = key;
        this.avroSchema = SpecificData.get().getSchema(javaType);
    }

    /** The entity named {@code name}; throws {@link IllegalArgumentException} with the names there are. */
    public static Entity ofName(String name) {
        Entity entity = BY_NAME.get(name);
        if (entity == null) {
            throw new IllegalArgumentException("No entity is named '" + name + "'. There are: "
                    + Arrays.stream(values()).map(Entity::entityName).collect(Collectors.joining(", ")));
        }
        return entity;
    }

    /** The entity whose topic this is, whatever its prefix; empty for a foreign topic. */
    public static Optional<Entity> ofTopic(String topic) {
        if (!topic.endsWith(Topic.MAJOR)) {
            return Optional.empty();
        }
        int end = topic.length() - Topic.MAJOR.length();
        Entity entity = BY_LAST_WORD.get(topic.substring(topic.lastIndexOf('.', end - 1) + 1, end));
        return entity != null && topic.endsWith(entity.topic.suffix()) ? Optional.of(entity) : Optional.empty();
    }

    /** Name in the envelope, in event types and in mappings, such as {@code inventory_level}. */
    public String entityName() {
        return entityName;
    }

    /** Topic under {@code prefix}, such as {@code commerce.orders.v1}. */
    public String topic(String prefix) {
        return prefix + topic.suffix();
    }

    /**
     * Whether the topic keeps the last value of each key. A delete is then followed by a null value, which removes the
     * key; elsewhere the value with {@code op} DELETE is all there is.
     */
    public boolean compacted() {
        return topic.compacted();
    }

    public Class<? extends SpecificRecord> javaType() {
        return javaType;
    }

    public Schema avroSchema() {
        return avroSchema;
    }

    /** What stands in {@code envelope.schema_version}, such as {@code commerce/order/1-0}. */
    public String schemaVersion() {
        return "commerce/" + entityName + "/" + avroSchema.getProp("schema_version");
    }

    /** What stands in {@code envelope.event_type}, such as {@code commerce.order.updated.v1}. */
    public String eventType(String verb) {
        return "commerce." + entityName + "." + verb + Topic.MAJOR;
    }

    /**
     * KeyFields of a record: the generated type, a Connect Struct or a Map of this entity.
     *
     * @throws ModelException if a field of the key is missing
     */
    public String key(Object entityRecord) {
        Fields fields = Fields.of(entityRecord);
        if (fields == null) {
            throw new ModelException("not a record of " + entityName);
        }
        return key.of(fields);
    }

    KeyFields keyFields() {
        return key;
    }

    private static Map<String, Entity> index(Function<Entity, String> by) {
        return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(by, entity -> entity));
    }
}
