package io.unifiedcommerce.interaction.collect;

import io.unifiedcommerce.channel.event.ReceivedEvent;
import io.unifiedcommerce.sourcekit.Ticket;
import java.time.Instant;
import java.util.List;

/** Takes the events of a request on their way to Kafka. */
public interface Intake {

    /**
     * Takes all events, or none of them. Never waits.
     *
     * @param ticket closed once Kafka has them all
     * @return false when there is no room; the ticket then stays open
     */
    boolean take(Site site, String shape, List<ReceivedEvent> events, Instant receivedAt, Ticket ticket);
}
