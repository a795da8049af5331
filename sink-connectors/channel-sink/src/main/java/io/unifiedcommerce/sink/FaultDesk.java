package io.unifiedcommerce.sink;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records at fault aside. They are found on any thread and handed to the framework on Connect's, which alone may fail the
 * task.
 */
final class FaultDesk {
    private static final Logger LOG = LoggerFactory.getLogger(FaultDesk.class);

    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final ErrantRecordReporter reporter;
    private final boolean failing;

    private record Fault(Taken taken, DataException error) {}

    /**
     * @param reporter the framework's way to the dead letter queue; null where none is set
     * @param failing whether a record fails the task where there is no such way
     */
    FaultDesk(ErrantRecordReporter reporter, boolean failing) {
        this.reporter = reporter;
        this.failing = failing;
    }

    /** Takes a record with what is wrong with it; its claim is done once the framework has it. Any thread. */
    void add(Taken taken, String message) {
        faults.add(new Fault(taken, new DataException(message)));
    }

    /**
     * Hands over what was found. Connect's thread.
     *
     * @throws DataException for the first record, where there is no dead letter queue and records fail the task
     */
    void handOver() {
        for (Fault fault = faults.poll(); fault != null; fault = faults.poll()) {
            if (reporter != null) {
                // The framework waits for its acknowledgement before it commits the offset.
                reporter.report(fault.taken().record(), fault.error());
            } else if (failing) {
                throw fault.error();
            } else {
                LOG.warn(
                        "{}-{}@{} is left out: {}",
                        fault.taken().record().originalTopic(),
                        fault.taken().record().originalKafkaPartition(),
                        fault.taken().record().originalKafkaOffset(),
                        fault.error().getMessage());
            }
            fault.taken().claim().done();
        }
    }
}
