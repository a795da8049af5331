package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.record.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What all readers of a task share.
 *
 * @param fields what each record carries under {@code $context}: see {@code ContextFields}; empty for nothing
 * @param pollInterval pause of a stream that has caught up
 * @param windowRecords records after which a window is cut in half; what a crash can repeat, and a transaction holds
 * @param lookups what look-ups found lately
 */
public record ReadContext(
        ChannelClient client,
        ChannelFolder folder,
        Clock clock,
        Map<String, Object> fields,
        Duration pollInterval,
        StartTime start,
        int windowRecords,
        LookupMemory lookups) {

    /** A context whose look-ups begin with nothing. */
    public ReadContext(
            ChannelClient client,
            ChannelFolder folder,
            Clock clock,
            Map<String, Object> fields,
            Duration pollInterval,
            StartTime start,
            int windowRecords) {
        this(client, folder, clock, fields, pollInterval, start, windowRecords, new LookupMemory());
    }

    /** The time zone that an option of the context names; UTC where there is none. */
    ZoneId zone(String option) {
        String named = option == null ? null : Path.parse(option).string(fields);
        return named == null ? ZoneOffset.UTC : ZoneId.of(named);
    }
}
