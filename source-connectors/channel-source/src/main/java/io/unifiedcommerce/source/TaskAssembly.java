package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.OkHttpChannelClient;
import io.unifiedcommerce.channel.read.Position;
import io.unifiedcommerce.channel.read.ReadContext;
import io.unifiedcommerce.channel.read.Slice;
import io.unifiedcommerce.channel.read.SliceList;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.channel.read.StreamReader;
import io.unifiedcommerce.sourcekit.Acknowledgements;
import io.unifiedcommerce.sourcekit.Incident;
import io.unifiedcommerce.sourcekit.RecordBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceTaskContext;

/** Puts a task's parts together as its configuration says. */
final class TaskAssembly {
    private final SourceConfig config;
    private final Map<String, String> props;
    private final SourceTaskContext context;
    private final Clock clock;
    private final RandomGenerator random;
    private final TaskMetrics metrics;
    private final ChannelClient client;
    private final ReadContext reading;
    private final TaskParts parts;
    private final SourcePartitions partitions;
    private final Acknowledgements acknowledgements = new Acknowledgements();

    TaskAssembly(
            SourceConfig config,
            Map<String, String> props,
            SourceTaskContext context,
            Clock clock,
            RandomGenerator random) {
        this.config = config;
        this.props = props;
        this.context = context;
        this.clock = clock;
        this.random = random;
        ChannelConfig channel = config.channel();
        metrics = TaskMetrics.of(context);
        client = OkHttpChannelClient.open(channel.manifest(), channel.folder(), channel.options(), channel.transport());
        reading = new ReadContext(
                client,
                channel.folder(),
                clock,
                config.contextFields(),
                config.millis(SourceKeys.POLL_INTERVAL),
                config.startTime(),
                config.number(SourceKeys.WINDOW_RECORDS));
        parts = new TaskParts(
                new RecordFactory(channel, name()),
                new RecordBuffer(config.number(SourceKeys.BUFFER_RECORDS), config.number(SourceKeys.BUFFER_BYTES)),
                config.millis(SourceKeys.HEARTBEAT_INTERVAL),
                clock);
        partitions = new SourcePartitions(channel);
    }

    TaskRuntime assemble() {
        metrics.quota(client::quotaHeadroom);
        List<LoopThread> threads = new ArrayList<>();
        Set<String> mine = Set.of(props.get(ChannelSourceTask.STREAMS).split(","));
        ReadLoop streams = loop();
        StreamPlan.of(config.manifest(), config.streams()).stream()
                .filter(plan -> mine.contains(plan.stream()))
                .forEach(plan -> add(plan, streams));
        threads.add(new LoopThread(threadName("fetch"), streams));
        if (Boolean.parseBoolean(props.get(ChannelSourceTask.WEBHOOKS))) {
            WebhookAssembly webhooks =
                    new WebhookAssembly(config, parts, reading, acknowledgements, metrics, this::incident);
            if (config.webhooks()) {
                threads.add(new LoopThread(threadName("webhook"), webhooks.listening(threadName("listener"), loop())));
            }
            if (config.managesSubscriptions()) {
                // Without subscriptions polling goes on, so their failure never ends the task.
                threads.add(new LoopThread(
                        threadName("subscription"), webhooks.managing(new ReadLoop(clock, Duration.ZERO))));
            }
        }
        return new TaskRuntime(client, parts.records(), parts.buffer(), acknowledgements, threads);
    }

    private ReadLoop loop() {
        return new ReadLoop(clock, config.millis(SourceKeys.FATAL_TIMEOUT));
    }

    private void add(StreamPlan plan, ReadLoop loop) {
        StreamMeter meter = new StreamMeter(clock);
        metrics.stream(plan.stream(), meter);
        if (plan.slices() == null) {
            loop.add(reading(plan, null, meter));
        } else {
            loop.add(new SliceWork(
                    new SliceList(plan, reading),
                    slice -> loop.add(reading(plan, slice, meter)),
                    clock,
                    incident("Listing the slices of stream '" + plan.stream() + "'", meter),
                    meter));
        }
    }

    private StreamWork reading(StreamPlan plan, Slice slice, StreamMeter meter) {
        String id = slice == null ? null : slice.id();
        Map<String, String> partition = partitions.of(plan.stream(), id);
        String what = "Stream '" + plan.stream() + "'" + (slice == null ? "" : ", slice " + id + ",");
        return new StreamWork(
                parts,
                partition,
                () -> new StreamReader(plan, reading, slice, stored(partition)),
                incident(what, meter),
                meter);
    }

    /** Where reading stopped; null when it never began. */
    private Position stored(Map<String, String> partition) {
        Map<String, Object> offset = context.offsetStorageReader().offset(partition);
        try {
            return offset == null ? null : Position.fromOffset(offset);
        } catch (IllegalArgumentException e) {
            throw new ConnectException("The stored offset of " + partition + " cannot be used: " + e.getMessage(), e);
        }
    }

    private Incident incident(String what, StreamMeter meter) {
        Incident incident = new Incident(what, clock, random);
        meter.watch(incident);
        return incident;
    }

    private String threadName(String what) {
        return name() + "-" + what + "-" + props.get(ChannelSourceTask.NUMBER);
    }

    private String name() {
        return props.getOrDefault("name", "channel-source");
    }
}
