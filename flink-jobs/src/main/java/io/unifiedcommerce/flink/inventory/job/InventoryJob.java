package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.config.LedgerConfigReader;
import io.unifiedcommerce.flink.inventory.core.LedgerConfig;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The inventory ledger: reads orders, stock levels and what else changes stock from Kafka, and writes what each channel
 * shall show. {@link JobArguments} names the arguments, {@link LedgerConfigReader} the configuration file.
 */
public final class InventoryJob {

    private InventoryJob() {}

    /**
     * Starts the job in the environment it finds itself in: a cluster, or this process.
     *
     * @throws IllegalArgumentException if an argument is unknown, missing or wrong
     * @throws io.unifiedcommerce.flink.inventory.config.LedgerConfigException if the configuration is
     */
    public static void main(String[] args) throws Exception {
        JobArguments arguments = JobArguments.of(args);
        LedgerConfig config = LedgerConfigReader.read(arguments.config());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings(arguments));
        env.enableCheckpointing(arguments.checkpointInterval().toMillis());
        KafkaEnds kafka = new KafkaEnds(arguments);
        new InventoryPipeline(config, kafka.sources(), kafka::events, kafka.deadLetters()).addTo(env);
        env.execute("inventory ledger");
    }

    /** What the pipeline relies on, and what the arguments ask for; all else is the cluster's to say. */
    static Configuration settings(JobArguments arguments) {
        Configuration settings = new Configuration();
        // State in a form that only this very class can read would not survive an upgrade.
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(ExecutionOptions.BUFFER_TIMEOUT, arguments.bufferTimeout());
        if (arguments.checkpointDirectory() != null) {
            settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, arguments.checkpointDirectory());
        }
        if (arguments.stateBackend() != null) {
            settings.set(StateBackendOptions.STATE_BACKEND, arguments.stateBackend());
        }
        return settings;
    }
}
