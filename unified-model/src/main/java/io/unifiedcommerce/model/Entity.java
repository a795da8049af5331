package io.unifiedcommerce.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Every kind of event: its name, its topic, its key and its Java type. */
public enum Entity {
    ORDER("order", "orders", Order.class, KeyFields.inChannel("order_id")),
    ORDER_STATUS_CHANGED(
            "order_status_changed", "order-status", OrderStatusChanged.class, KeyFields.inChannel("order_id")),
    FULFILMENT("fulfilment", "fulfilments", Fulfilment.class, KeyFields.inChannel("order_id")),
    PAYMENT("payment", "payments", Payment.class, KeyFields.inChannel("order_id", "payment_id")),
    REFUND("refund", "refunds", Refund.class, KeyFields.inChannel("order_id")),
    INVENTORY_LEVEL(
            "inventory_level", "inventory-levels", InventoryLevel.class, KeyFields.stockInChannel(KeyFields.INSTANCE)),
    INVENTORY_ADJUSTMENT(
            "inventory_adjustment", "inventory-adjustments", InventoryAdjustment.class, KeyFields.inTenant("sku")),
    RESERVATION("reservation", "reservations", Reservation.class, KeyFields.inTenant("sku")),
    INVENTORY_TARGET(
            "inventory_target",
            "cmd.inventory-target",
            InventoryTarget.class,
            KeyFields.stockInChannel(List.of("channel_instance"))),
    INVENTORY_PUSH_RESULT(
            "inventory_push_result",
            "result.inventory-push",
            InventoryPushResult.class,
            KeyFields.stockInChannel(List.of("channel_instance"))),
    INVENTORY_POSITION("inventory_position", "inventory-positions", InventoryPosition.class, KeyFields.stock()),
    INVENTORY_ALERT("inventory_alert", "inventory-alerts", InventoryAlert.class, KeyFields.inTenant("sku")),
    PRODUCT("product", "products", Product.class, KeyFields.inChannel("product_id")),
    VARIANT("variant", "variants", Variant.class, KeyFields.inChannel("variant_id")),
    PRICE("price", "prices", Price.class, KeyFields.inTenant("sku")),
    CUSTOMER("customer", "customers", Customer.class, KeyFields.inChannel("customer_id")),
    CUSTOMER_PROFILE("customer_profile", "profiles", CustomerProfile.class, KeyFields.inTenant("profile_id")),
    PROFILE_ALIAS("profile_alias", "profile-aliases", ProfileAlias.class, KeyFields.inTenant("old_profile_id")),
    ERASURE_REQUEST("erasure_request", "erasure-requests", ErasureRequest.class, KeyFields.inTenant("request_id")),
    INTERACTION(
            "interaction",
            "interactions",
            Interaction.class,
            KeyFields.inTenant("session_id", "anonymous_id", "customer_id", "interaction_id")),
    LOCATION("location", "locations", Location.class, KeyFields.inChannel("location_id"));

    private static final String MAJOR = ".v1";
    private static final Map<String, Entity> BY_NAME = index(Entity::entityName);
    private static final Map<String, Entity> BY_LAST_WORD =
            index(entity -> entity.topic.substring(entity.topic.lastIndexOf('.') + 1));

    private final String entityName;
    private final String topic;
    private final Class<? extends SpecificRecord> javaType;
    private final KeyFields key;
    private final Schema avroSchema;

    Entity(String entityName, String topic, Class<? extends SpecificRecord> javaType, KeyFields key) {
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
        if (!topic.endsWith(MAJOR)) {
            return Optional.empty();
        }
        int end = topic.length() - MAJOR.length();
        Entity entity = BY_LAST_WORD.get(topic.substring(topic.lastIndexOf('.', end - 1) + 1, end));
        return entity != null && topic.endsWith("." + entity.topic + MAJOR) ? Optional.of(entity) : Optional.empty();
    }

    /** Name in the envelope, in event types and in mappings, such as {@code inventory_level}. */
    public String entityName() {
        return entityName;
    }

    /** Topic under {@code prefix}, such as {@code commerce.orders.v1}. */
    public String topic(String prefix) {
        return prefix + "." + topic + MAJOR;
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
        return "commerce." + entityName + "." + verb + MAJOR;
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

    /** The parts of the key, each with the fields it may come from, in order of preference. */
    List<List<String>> keyParts() {
        return key.parts();
    }

    private static Map<String, Entity> index(Function<Entity, String> by) {
        return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(by, entity -> entity));
    }
}
