package io.unifiedcommerce.meta;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules that hold for events of all kinds: their age, where they happened, who may be told of, what may be done with them. */
final class EventFrame {
    /** Clocks differ; Meta refuses what lies in its future. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    private static final String WEBSITE = "website";
    private static final String ELSEWHERE = "other";

    private final MetaSettings settings;

    EventFrame(MetaSettings settings) {
        this.settings = settings;
    }

    /**
     * Puts an event together, or tells why there is none.
     *
     * @param source where it happened, a value of Meta's action_source
     * @param page address of the page; null when not known
     */
    Conversion event(
            String name,
            String id,
            Instant at,
            String source,
            String page,
            UserData user,
            Map<String, Object> data,
            Instant now) {
        if (at.isAfter(now.plus(CLOCK_TOLERANCE)) || at.isBefore(now.minus(settings.maxEventAge()))) {
            return Conversion.None.TOO_OLD;
        }
        if (!user.identifies()) {
            return Conversion.None.NOBODY;
        }
        String address = page == null ? settings.eventSourceUrl() : page;
        // Meta refuses what happened on a website without its page and browser.
        boolean complete = !WEBSITE.equals(source) || address != null && user.hasAgent();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event_name", name);
        json.put("event_time", Math.min(at.getEpochSecond(), now.getEpochSecond()));
        json.put("event_id", id);
        json.put("action_source", complete ? source : ELSEWHERE);
        if (address != null && WEBSITE.equals(source)) {
            json.put("event_source_url", address);
        }
        json.put("user_data", user.toJson());
        if (!data.isEmpty()) {
            json.put("custom_data", data);
        }
        if (settings.limitedDataUse()) {
            // 0 and 0: Meta finds out where the person is.
            json.put("data_processing_options", List.of("LDU"));
            json.put("data_processing_options_country", 0);
            json.put("data_processing_options_state", 0);
        }
        return new Conversion.Event(json);
    }
}
