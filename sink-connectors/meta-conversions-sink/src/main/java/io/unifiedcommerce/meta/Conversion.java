package io.unifiedcommerce.meta;

import java.time.Instant;
import java.util.Map;

/** What becomes of a record. */
sealed interface Conversion {

    /**
     * An event to send.
     *
     * @param json as Meta takes it
     */
    record Event(Map<String, Object> json) implements Conversion {
        String id() {
            return json.get("event_name") + " " + json.get("event_id");
        }

        Instant time() {
            return Instant.ofEpochSecond(((Number) json.get("event_time")).longValue());
        }
    }

    /** Nothing to send, and nobody at fault. */
    enum None implements Conversion {
        NO_CONVERSION("of a kind that is no conversion, deleted, cancelled, unpaid or a test"),
        NO_CONSENT("without the person's consent"),
        NOBODY("without anything that tells a person"),
        TOO_OLD("too old, or of the future");

        private final String meaning;

        None(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }
    }
}
