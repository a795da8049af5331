package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.OkHttpChannelClient;
import io.unifiedcommerce.channel.read.Position;
import io.unifiedcommerce.channel.read.ReadContext;
import io.unifiedcommerce.channel.read.Rereader;
import io.unifiedcommerce.channel.read.Slice;
import io.unifiedcommerce.channel.read.SliceList;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.channel.read.StreamReader;
import io.unifiedcommerce.channel.webhook.WebhookReader;
import io.unifiedcommerce.channel.webhook.WebhookVerifier;
import io.unifiedcommerce.source.webhook.WebhookInbox;
import io.unifiedcommerce.source.webhook.WebhookMeter;
import io.unifiedcommerce.source.webhook.WebhookServer;
import io.unifiedcommerce.sourcekit.Acknowledgements;
import io.unifiedcommerce.sourcekit.Incident;
import io.unifiedcommerce.sourcekit.RecordBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
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
            threads.add(new LoopThread(threadName("webhook"), webhooks()));
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

    private ReadLoop webhooks() {
        ChannelConfig channel = config.channel();
        Set<String> wanted = config.streams();
        Map<String, Rereader> rereaders = new HashMap<>();
        Set<String> told = StreamPlan.tellingOf(config.manifest(), wanted);
        told.stream()
                .filter(stream -> config.manifest().streams().get(stream).reread() != null)
                .forEach(stream -> rereaders.put(stream, new Rereader(config.manifest(), stream, wanted, reading)));
        WebhookInbox inbox = new WebhookInbox();
        WebhookMeter webhookMeter = new WebhookMeter();
        meter(webhookMeter);
        WebhookServer server = new WebhookServer(
                threadName("listener"),
                config.webhookSettings(),
                WebhookVerifier.of(config.manifest().webhooks().verify(), channel.options(), clock),
                new WebhookReader(config.manifest().webhooks()),
                told::contains,
                inbox,
                webhookMeter);
        StreamMeter meter = new StreamMeter(clock);
        metrics.stream(SourcePartitions.WEBHOOKS, meter);
        ReadLoop loop = loop();
        loop.add(new ListenerWork(server, incident("The webhook listener", meter), meter));
        loop.add(new HintWork(
                parts,
                config.manifest(),
                inbox,
                rereaders::get,
                acknowledgements,
                partitions.of(SourcePartitions.WEBHOOKS, null),
                incident("Reading what webhooks tell of", meter),
                meter));
        return loop;
    }

    private void meter(WebhookMeter meter) {
        metrics.webhooks("stored-total", "Webhooks answered 200: Kafka has the record.", meter::stored);
        metrics.webhooks("refused-total", "Webhooks answered 401: not genuine.", meter::refused);
        metrics.webhooks("ignored-total", "Webhooks answered 202: nobody asked for the topic.", meter::ignored);
        metrics.webhooks("unreadable-total", "Webhooks answered 202: not as the manifest says.", meter::unreadable);
        metrics.webhooks("postponed-total", "Webhooks answered 503: to be delivered again.", meter::postponed);
        metrics.webhooks("open", "Webhooks that wait for their answer.", meter::open);
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
