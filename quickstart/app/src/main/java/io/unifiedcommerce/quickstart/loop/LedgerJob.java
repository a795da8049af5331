package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.FlinkJob.Submission;
import java.nio.file.Path;
import java.util.List;

/** The inventory ledger, as it is submitted to Flink. */
final class LedgerJob {

    /** Consumer group of the job by default. */
    static final String GROUP = "inventory-ledger";

    private static final String MEMORY = "512m";
    private static final String MAIN = "io.unifiedcommerce.flink.inventory.job.InventoryJob";

    private final Distribution distribution;

    LedgerJob(Distribution distribution) {
        this.distribution = distribution;
    }

    /** @param configuration of the ledger */
    Submission submission(String bootstrapServers, Path configuration) {
        return new Submission(
                distribution.flinkJobs(),
                MAIN,
                List.of(
                        "--bootstrap-servers",
                        bootstrapServers,
                        "--config",
                        configuration.toString(),
                        "--checkpoint-interval",
                        "PT1S"),
                MEMORY);
    }
}
