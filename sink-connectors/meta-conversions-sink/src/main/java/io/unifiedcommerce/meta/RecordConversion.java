package io.unifiedcommerce.meta;

import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Interaction;
import io.unifiedcommerce.model.ModelException;
import io.unifiedcommerce.model.Order;
import io.unifiedcommerce.model.Records;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Turns the records of a topic into conversions. */
final class RecordConversion {
    private final OrderConversion orders;
    private final InteractionConversion interactions;
    private final Clock clock;

    RecordConversion(MetaSettings settings, Clock clock) {
        EventFrame frame = new EventFrame(settings);
        this.orders = new OrderConversion(settings, frame);
        this.interactions = new InteractionConversion(settings, frame);
        this.clock = clock;
    }

    /** @throws DataException when the record is no order or interaction, or a wrong one */
    Conversion of(SinkRecord record) {
        if (record.value() == null) {
            return Conversion.None.NO_CONVERSION;
        }
        Entity entity = Entity.ofTopic(record.topic())
                .or(() -> Entity.ofTopic(record.originalTopic()))
                .orElseThrow(() -> new DataException("topic " + record.topic() + " is none of the unified model's"));
        Instant now = clock.instant();
        try {
            return switch (entity) {
                case ORDER -> orders.of(Records.from(record.value(), Order.class), now);
                case INTERACTION -> interactions.of(Records.from(record.value(), Interaction.class), now);
                default ->
                    throw new DataException(entity.entityName() + " is no conversion; subscribe to "
                            + Entity.ORDER.topic("<prefix>") + " or " + Entity.INTERACTION.topic("<prefix>"));
            };
        } catch (ModelException e) {
            throw new DataException("not a valid " + entity.entityName() + ": " + e.getMessage(), e);
        }
    }
}
