package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.config.ChannelDefinition;
import io.unifiedcommerce.channel.config.PluginVersion;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.OkHttpChannelClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records quickly and lets a thread of its own write them. Nothing is ever refused back to Connect: while too many
 * records wait, the partitions are paused; while the platform fails, records wait. Only records at fault without a dead letter
 * queue, and faults of this program, fail the task.
 */
public final class ChannelSinkTask extends SinkTask {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelSinkTask.class);
    /** While work is under way, Connect calls {@code put()} this often, with or without records. */
    private static final long WAKE_UP_MILLIS = 200;
    /** Together below Connect's grace of 5 seconds for a task to stop. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final Function<ChannelConfig, ChannelClient> clients;
    private final Function<ChannelConfig, ResultPublisher> publishers;
    private final Function<ChannelConfig, EarlierAnswers> answers;
    private final Clock clock;
    private ChannelClient client;
    private ResultPublisher results;
    private SinkPipeline pipeline;
    private int maxBuffered;
    private boolean paused;
    private long committedDone;
    private long lastCommitRequest;

    /** As Connect makes it. */
    public ChannelSinkTask() {
        this(
                config -> OkHttpChannelClient.open(
                        config.manifest(), config.folder(), config.options(), config.transport()),
                KafkaResultPublisher::of,
                KafkaEarlierAnswers::of,
                Clock.systemUTC());
    }

    ChannelSinkTask(
            Function<ChannelConfig, ChannelClient> clients,
            Function<ChannelConfig, ResultPublisher> publishers,
            Function<ChannelConfig, EarlierAnswers> answers,
            Clock clock) {
        this.clients = clients;
        this.publishers = publishers;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public String version() {
        return PluginVersion.of(ChannelSinkTask.class);
    }

    @Override
    public void start(Map<String, String> props) {
        ChannelConfig config =
                ChannelDefinition.ofAnyChannel(SinkKeys.definition()).parse(props);
        maxBuffered = config.getInt(SinkKeys.MAX_BUFFERED);
        client = clients.apply(config);
        results = publishers.apply(config);
        pipeline =
                new SinkPipeline(config, client, results, answers.apply(config), context.errantRecordReporter(), clock);
        SinkMetrics.register(context, config.instance(), pipeline.gauges());
        LOG.info("Writing to {} ({})", config.instance(), config.manifest().title());
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        pipeline.throwFailure();
        pipeline.handOverFaults();
        pipeline.take(records);
        pipeline.handOverFaults();
        balance();
        askForCommit();
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        LOG.info("Assigned {}", partitions);
        pipeline.gain();
        if (paused) {
            context.pause(partitions.toArray(TopicPartition[]::new));
        }
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        LOG.info("Revoked {}", partitions);
        pipeline.lose(partitions, STOP_LIMIT);
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> consumed) {
        pipeline.throwFailure();
        pipeline.handOverFaults();
        return pipeline.offsets().committable(consumed);
    }

    @Override
    public void stop() {
        // Connect stops a task whose start failed half-way, too.
        if (client != null) {
            client.close();
        }
        if (pipeline != null) {
            pipeline.stop(STOP_LIMIT);
        }
        if (results != null) {
            results.close();
        }
        LOG.info("Stopped");
    }

    private void balance() {
        int pending = pipeline.offsets().pending();
        if (!paused && pending > maxBuffered) {
            context.pause(context.assignment().toArray(TopicPartition[]::new));
            paused = true;
        } else if (paused && pending <= maxBuffered / 2) {
            context.resume(context.assignment().toArray(TopicPartition[]::new));
            paused = false;
        }
        if (pending > 0) {
            context.timeout(WAKE_UP_MILLIS);
        }
    }

    /** Soon after records are done: what is not committed when the worker dies is written a second time. */
    private void askForCommit() {
        long done = pipeline.offsets().done();
        long now = clock.millis();
        if (done > committedDone && now - lastCommitRequest >= 1_000) {
            context.requestCommit();
            committedDone = done;
            lastCommitRequest = now;
        }
    }
}
