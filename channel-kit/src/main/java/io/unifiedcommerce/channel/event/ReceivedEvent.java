package io.unifiedcommerce.channel.event;

import java.util.Map;

/** What became of one event of a body. */
public sealed interface ReceivedEvent {

    /**
     * It is good as far as it can be told without its mapping.
     *
     * @param value the event, with {@code $batch} (what the body says of all its events) and {@code $received}
     */
    record Accepted(String id, Map<String, Object> value) implements ReceivedEvent {}

    /**
     * It is at fault.
     *
     * @param reason for people; holds nothing of the event
     * @param value what there is of it, without what the visitor did not allow; null when that is nothing, or too much
     */
    record Refused(String reason, Object value) implements ReceivedEvent {}

    /** The visitor did not allow to keep it. */
    record Dropped() implements ReceivedEvent {}
}
