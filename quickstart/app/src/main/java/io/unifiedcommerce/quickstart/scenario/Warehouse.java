package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.EventIds;
import io.unifiedcommerce.model.InventoryAdjustment;
import io.unifiedcommerce.model.InventoryLevel;
import io.unifiedcommerce.model.IsoInstants;
import io.unifiedcommerce.model.JsonForm;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * The warehouse that the hub itself counts: it writes unified events straight to their topics, as any system with a Kafka
 * client can. Not for use by several threads.
 */
public final class Warehouse implements AutoCloseable {

    private static final String TENANT = "default";
    private static final String PREFIX = "commerce";
    private static final String HUB = "hub";

    private final Producer<String, byte[]> producer;
    private final Clock clock;

    /** @param producer with acknowledgements of all replicas; this object closes it */
    public Warehouse(Producer<String, byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /** Tells what lies there now, by SKU: the import that a ledger starts from. Returns when Kafka has it. */
    public void count(Map<String, Integer> units) {
        Instant now = now();
        sendAll(units.entrySet().stream()
                .map(counted -> send(
                        Entity.INVENTORY_LEVEL,
                        InventoryLevel.newBuilder()
                                .setEnvelope(envelope(Entity.INVENTORY_LEVEL, "counted", counted.getKey(), now))
                                .setSku(counted.getKey())
                                .setLocationId(Place.WAREHOUSE.location())
                                .setAsOf(now)
                                .setMeasured("ON_HAND")
                                .setQuantity(counted.getValue())
                                .build())));
    }

    /** Puts returned goods back on the shelves. Returns when Kafka has it. */
    public void takeBack(String reference, Map<String, Integer> units) {
        move("RETURN_RESTOCK", reference, units);
    }

    /** Takes a delivery in. Returns when Kafka has it. */
    public void receive(String reference, Map<String, Integer> units) {
        move("RECEIPT", reference, units);
    }

    private void move(String reason, String reference, Map<String, Integer> units) {
        Instant now = now();
        sendAll(units.entrySet().stream().map(moved -> {
            String id = UUID.randomUUID().toString();
            return send(
                    Entity.INVENTORY_ADJUSTMENT,
                    InventoryAdjustment.newBuilder()
                            .setEnvelope(envelope(Entity.INVENTORY_ADJUSTMENT, "booked", id, now))
                            .setAdjustmentId(id)
                            .setSku(moved.getKey())
                            .setLocationId(Place.WAREHOUSE.location())
                            .setDelta(moved.getValue())
                            .setReason(reason)
                            .setReference(reference)
                            .setAsOf(now)
                            .build());
        }));
    }

    private static Envelope envelope(Entity entity, String verb, String id, Instant now) {
        String version = IsoInstants.format(now);
        return Envelope.newBuilder()
                .setEventId(EventIds.of(HUB, entity, id, version))
                .setEventType(entity.eventType(verb))
                .setTenantId(TENANT)
                .setChannel(HUB)
                .setChannelInstance(HUB)
                .setEntity(entity.entityName())
                .setEntityId(id)
                .setOccurredAt(now)
                .setSourceVersion(version)
                .setCapturedAt(now)
                .setCaptureMode("POLL")
                .setSchemaVersion(entity.schemaVersion())
                .build();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Future<RecordMetadata> send(Entity entity, SpecificRecord event) {
        return producer.send(new ProducerRecord<>(entity.topic(PREFIX), entity.key(event), JsonForm.write(event)));
    }

    /** All are on their way before the first answer is waited for. */
    private static void sendAll(Stream<Future<RecordMetadata>> sent) {
        sent.toList().forEach(Warehouse::await);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new ScenarioException("The warehouse could not tell Kafka about its stock", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScenarioException("Interrupted while the warehouse told Kafka about its stock", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
