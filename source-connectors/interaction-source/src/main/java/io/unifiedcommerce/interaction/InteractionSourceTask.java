package io.unifiedcommerce.interaction;

import io.unifiedcommerce.channel.config.PluginVersion;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.interaction.collect.CollectHandler;
import io.unifiedcommerce.interaction.collect.CollectMeter;
import io.unifiedcommerce.interaction.collect.CollectSettings;
import io.unifiedcommerce.interaction.collect.RateLimit;
import io.unifiedcommerce.interaction.collect.Routes;
import io.unifiedcommerce.interaction.collect.ScriptHandler;
import io.unifiedcommerce.sourcekit.Acknowledgements;
import io.unifiedcommerce.sourcekit.HttpListener;
import io.unifiedcommerce.sourcekit.Incident;
import io.unifiedcommerce.sourcekit.Outgoing;
import io.unifiedcommerce.sourcekit.PluginGauges;
import io.unifiedcommerce.sourcekit.RecordBuffer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.eclipse.jetty.server.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens, and hands over what arrived when Kafka Connect polls. It begins to listen when it is polled, and tries again while
 * the port is taken: after a rebalance its predecessor may still have it. Polling takes less than a second.
 */
public final class InteractionSourceTask extends SourceTask {
    private static final Logger LOG = LoggerFactory.getLogger(InteractionSourceTask.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int REMEMBERED_CLIENTS = 50_000;

    private final Clock clock;
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final CollectMeter meter = new CollectMeter();
    private RecordBuffer buffer;
    private HttpListener listener;
    private Incident listening;
    private Instant nextAttempt = Instant.MIN;
    private int batchRecords;

    public InteractionSourceTask() {
        this(Clock.systemUTC());
    }

    InteractionSourceTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void start(Map<String, String> props) {
        InteractionConfig config = new InteractionConfig(props);
        batchRecords = config.getInt(InteractionKeys.BATCH_RECORDS);
        buffer = new RecordBuffer(
                config.getInt(InteractionKeys.BUFFER_RECORDS), config.getInt(InteractionKeys.BUFFER_BYTES));
        listening = new Incident("The listener", clock, new Random());
        listener = new HttpListener(
                config.name() + "-listener",
                InteractionKeys.ADDRESS.settings(config, config.getInt(InteractionKeys.MAX_CONNECTIONS)),
                handler(config));
        PluginGauges gauges = PluginGauges.of(context);
        meter.gauges((named, value) -> gauges.add(named.getKey(), named.getValue(), Map.of(), value));
    }

    private Handler handler(InteractionConfig config) {
        CollectSettings settings = config.settings();
        CollectHandler collect = new CollectHandler(
                settings,
                new Routes(settings.path(), config.sites(), config.readers()),
                config.trustedProxies(),
                new RateLimit(
                        config.getInt(InteractionKeys.RATE),
                        config.getInt(InteractionKeys.BURST),
                        REMEMBERED_CLIENTS,
                        System::nanoTime),
                new InteractionRecords(config, buffer, acknowledgements),
                meter,
                clock);
        return new Handler.Sequence(new ScriptHandler(settings.path()), collect);
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        if (!listener.isStarted() && !clock.instant().isBefore(nextAttempt)) {
            listen();
        }
        List<Outgoing> taken = buffer.take(batchRecords, PATIENCE);
        return taken.isEmpty() ? null : taken.stream().map(Outgoing::record).toList();
    }

    private void listen() {
        try {
            listener.start();
            listening.over();
            LOG.info("Listening for interactions on port {}", listener.port());
        } catch (IOException e) {
            nextAttempt = listening.failed(new ChannelException.Transient(
                    "it cannot listen; check " + InteractionKeys.ADDRESS.port() + ", "
                            + InteractionKeys.ADDRESS.bindHost() + " and " + InteractionKeys.ADDRESS.keyStore(),
                    null,
                    false,
                    e));
        }
    }

    @Override
    public void commitRecord(SourceRecord record, RecordMetadata metadata) {
        acknowledgements.stored(record);
    }

    @Override
    public void stop() {
        if (listener != null) {
            listener.close();
            buffer.close();
            LOG.info("Stopped");
        }
    }

    /** The port it listens on; -1 while it does not. */
    int port() {
        return listener.port();
    }

    CollectMeter meter() {
        return meter;
    }

    @Override
    public String version() {
        return PluginVersion.of(InteractionSourceTask.class);
    }
}
