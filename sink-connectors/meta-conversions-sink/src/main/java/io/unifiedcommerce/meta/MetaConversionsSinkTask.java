package io.unifiedcommerce.meta;

import io.unifiedcommerce.channel.config.PluginVersion;
import io.unifiedcommerce.channel.config.TransportKeys;
import io.unifiedcommerce.channel.http.HttpStack;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what Connect gives it before it returns. While Meta takes nothing, Connect pauses and gives the same records again;
 * what of them was done is remembered until all are.
 */
public final class MetaConversionsSinkTask extends SinkTask {
    private static final Logger LOG = LoggerFactory.getLogger(MetaConversionsSinkTask.class);

    private final Function<AbstractConfig, ConversionsApi> apis;
    private final Clock clock;
    private final Random random = new Random();
    private final MetaCounters counters = new MetaCounters();
    private final Set<Place> done = new HashSet<>();
    private ConversionsApi api;
    private RecordConversion conversion;
    private Upload<SinkRecord> upload;
    private Duration backoff;
    private Duration longestBackoff;
    private int failures;

    /** Where a record stands in Kafka. */
    private record Place(TopicPartition partition, long offset) {
        static Place of(SinkRecord record) {
            return new Place(
                    new TopicPartition(record.originalTopic(), record.originalKafkaPartition()),
                    record.originalKafkaOffset());
        }
    }

    /** As Connect makes it. */
    public MetaConversionsSinkTask() {
        this(
                config -> new GraphApi(HttpStack.client(TransportKeys.settings(config)), MetaSettings.of(config)),
                Clock.systemUTC());
    }

    MetaConversionsSinkTask(Function<AbstractConfig, ConversionsApi> apis, Clock clock) {
        this.apis = apis;
        this.clock = clock;
    }

    @Override
    public String version() {
        return PluginVersion.of(MetaConversionsSinkTask.class);
    }

    @Override
    public void start(Map<String, String> props) {
        AbstractConfig config = new AbstractConfig(MetaDefinition.make(), props, false);
        MetaSettings settings = MetaSettings.of(config);
        backoff = Duration.ofMillis(config.getLong(MetaKeys.RETRY_BACKOFF));
        longestBackoff = Duration.ofMillis(config.getLong(MetaKeys.RETRY_BACKOFF_MAX));
        api = apis.apply(config);
        conversion = new RecordConversion(settings, clock);
        upload = new Upload<>(api, settings.batchSize(), this::taken, this::refused);
        counters.register(context);
        LOG.info("Sending to dataset {} with {}", settings.datasetId(), settings.apiVersion());
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        List<Upload.Item<SinkRecord>> items = new ArrayList<>();
        for (SinkRecord record : records) {
            if (done.contains(Place.of(record))) {
                continue;
            }
            try {
                Conversion found = conversion.of(record);
                if (found instanceof Conversion.Event event) {
                    items.add(new Upload.Item<>(record, event));
                } else if (found instanceof Conversion.None reason) {
                    counters.leftOut(reason);
                    done.add(Place.of(record));
                }
            } catch (DataException e) {
                putAside(record, e);
            }
        }
        send(items);
        done.clear();
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        done.removeIf(place -> partitions.contains(place.partition()));
    }

    @Override
    public void stop() {
        // Connect stops a task whose start failed half-way, too.
        if (api != null) {
            api.close();
        }
    }

    private void send(List<Upload.Item<SinkRecord>> items) {
        try {
            upload.send(items);
            if (failures > 0) {
                LOG.info("Meta takes events again after {} failed tries", failures);
            }
            failures = 0;
        } catch (MetaException.Temporary e) {
            counters.requestFailed();
            Duration pause = pause();
            if (failures++ == 0) {
                LOG.warn("Meta takes no events just now and will be tried again: {}", e.getMessage());
            }
            context.timeout(pause.toMillis());
            throw new RetriableException("Meta takes no events just now: " + e.getMessage(), e);
        } catch (MetaException e) {
            throw new ConnectException(
                    "Meta does not let this connector send: " + e.getMessage() + "; check " + MetaKeys.ACCESS_TOKEN
                            + ", its rights on " + MetaKeys.DATASET_ID + ", and restart the task",
                    e);
        }
    }

    /** Between half and whole: tasks that failed together do not come back together. */
    private Duration pause() {
        long doubled = backoff.toMillis() << Math.min(failures, 20);
        long bound = Math.min(Math.max(doubled, 1), longestBackoff.toMillis());
        return Duration.ofMillis(bound / 2 + (long) (random.nextDouble() * bound / 2));
    }

    private void taken(SinkRecord record) {
        counters.sent();
        done.add(Place.of(record));
    }

    private void refused(SinkRecord record, String message) {
        putAside(record, new DataException("Meta refused it: " + message));
    }

    private void putAside(SinkRecord record, DataException fault) {
        if (context.errantRecordReporter() == null) {
            throw fault;
        }
        counters.refused();
        context.errantRecordReporter().report(record, fault);
        done.add(Place.of(record));
    }
}
