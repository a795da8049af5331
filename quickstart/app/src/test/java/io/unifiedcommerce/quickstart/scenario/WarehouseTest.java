package io.unifiedcommerce.quickstart.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.model.InventoryAdjustment;
import io.unifiedcommerce.model.InventoryLevel;
import io.unifiedcommerce.model.JsonForm;
import io.unifiedcommerce.tck.fake.FakeClock;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class WarehouseTest {

    private final FakeClock clock = FakeClock.at("2026-11-20T10:00:00.123Z");
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Warehouse warehouse = new Warehouse(kafka, clock);

    @Test
    void countsAsTheHubThatIsItsAuthority() {
        warehouse.count(Map.of("85123A", 6));
        ProducerRecord<String, byte[]> sent = kafka.history().get(0);
        assertThat(sent.topic()).isEqualTo("commerce.inventory-levels.v1");
        assertThat(sent.key()).isEqualTo("default|85123A|warehouse|hub");
        InventoryLevel level = JsonForm.read(sent.value(), InventoryLevel.class);
        assertThat(level.getQuantity()).isEqualTo(6);
        assertThat(level.getMeasured()).isEqualTo("ON_HAND");
        assertThat(level.getAsOf()).isEqualTo(clock.instant());
        assertThat(level.getEnvelope().getChannelInstance()).isEqualTo("hub");
    }

    @Test
    void everyReturnIsAMovementOfItsOwn() {
        warehouse.takeBack("C536379", Map.of("85123A", 1));
        warehouse.takeBack("C536379", Map.of("85123A", 1));
        assertThat(kafka.history())
                .extracting(sent -> JsonForm.read(sent.value(), InventoryAdjustment.class))
                .allMatch(moved -> moved.getDelta() == 1 && moved.getReason().equals("RETURN_RESTOCK"))
                .extracting(moved -> moved.getEnvelope().getEventId())
                .doesNotHaveDuplicates();
    }
}
