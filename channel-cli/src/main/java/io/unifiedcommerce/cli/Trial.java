package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.config.ContextFields;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.read.Batch;
import io.unifiedcommerce.channel.read.Emission;
import io.unifiedcommerce.channel.read.ReadContext;
import io.unifiedcommerce.channel.read.Slice;
import io.unifiedcommerce.channel.read.SliceList;
import io.unifiedcommerce.channel.read.StartTime;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.channel.read.StreamReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads the first records of streams as a source task would, without offsets. */
final class Trial {
    private static final int WINDOW_RECORDS = 10_000;
    private static final Duration POLL_INTERVAL = Duration.ofMinutes(1);

    private final ChannelConfig config;
    private final ReadContext context;
    private final int limit;
    private final Clock clock;
    private final EventPrinter printer;

    /** @param limit records of each listing */
    Trial(ChannelConfig config, ChannelClient client, StartTime start, int limit, Clock clock, EventPrinter printer) {
        this.config = config;
        this.limit = limit;
        this.clock = clock;
        this.printer = printer;
        this.context = new ReadContext(
                client,
                config.folder(),
                clock,
                ContextFields.of(config.manifest().context(), config.options()),
                POLL_INTERVAL,
                start,
                WINDOW_RECORDS);
    }

    /** @throws io.unifiedcommerce.channel.http.ChannelException when the platform refuses or does not answer */
    void read(Set<String> streams) {
        for (StreamPlan plan : StreamPlan.of(config.manifest(), streams)) {
            int left = limit;
            for (Slice slice : slices(plan)) {
                left = left > 0 ? read(plan, slice, left) : left;
            }
        }
    }

    private List<Slice> slices(StreamPlan plan) {
        return plan.slices() == null ? Arrays.asList((Slice) null) : new SliceList(plan, context).read();
    }

    /** How many more records are wanted of the listing. */
    private int read(StreamPlan plan, Slice slice, int wanted) {
        int left = wanted;
        try (StreamReader reader = new StreamReader(plan, context, slice, null)) {
            do {
                Batch batch = reader.next();
                for (Emission emission : batch.emissions()) {
                    if (left-- > 0) {
                        printer.print(emission, batch.capture());
                    }
                }
            } while (left > 0 && (reader.inWindow() || !reader.due().isAfter(clock.instant())));
        }
        return left;
    }
}
