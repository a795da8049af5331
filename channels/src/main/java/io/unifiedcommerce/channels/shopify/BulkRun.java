package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.hook.BulkJob;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One window read by one bulk operation. The file is read twice: first its rows are counted and it is noted where each family
 * of rows ends, then the families are put together. So nothing is emitted from a file that is cut short, and memory holds only
 * the families that are open.
 */
final class BulkRun implements BulkJob.Run {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** A job fails for a reason of the moment, or because it is too much; asking a third time did not help anybody. */
    private static final int ATTEMPTS = 2;

    private static final int ROWS_AT_ONCE = 250;
    private static final int LINES_AT_ONCE = 5_000;

    private final BulkOperation operation;
    private final ChannelClient client;
    private final BulkShape shape;
    private final BulkLimits limits;

    private Duration pause = FIRST_PAUSE;
    private int failures;
    private BulkOperation.Completed result;
    private BulkFamilies families;
    private BulkLines lines;
    private BulkJoin join;
    private long given;

    BulkRun(BulkOperation operation, ChannelClient client, BulkShape shape, BulkLimits limits) {
        this.operation = operation;
        this.client = client;
        this.shape = shape;
        this.limits = limits;
    }

    @Override
    public BulkJob.Step next() {
        if (!operation.started()) {
            return operation.start() ? new BulkJob.Waiting(pause) : new BulkJob.Waiting(LONGEST_PAUSE);
        }
        if (result == null) {
            return watch();
        }
        if (result.file() == null) {
            return new BulkJob.Done();
        }
        try {
            return join == null ? count() : give();
        } catch (IOException e) {
            closeLines();
            join = join == null ? null : new BulkJoin(families, shape);
            throw new ChannelException.Transient("the file of a bulk operation broke off", null, false, e);
        }
    }

    private BulkJob.Step watch() {
        BulkOperation.State state = operation.state();
        if (state instanceof BulkOperation.Completed completed) {
            if (completed.rows() > limits.rows()) {
                return new BulkJob.TooLarge("a bulk operation of " + completed.rows() + " rows");
            }
            result = completed;
            return new BulkJob.Waiting(Duration.ZERO);
        }
        if (state instanceof BulkOperation.Failed failed) {
            operation.reset();
            failures++;
            if (failures >= ATTEMPTS) {
                return new BulkJob.TooLarge(
                        "the bulk operation failed " + failures + " times, at last with " + failed.reason());
            }
        }
        BulkJob.Waiting waiting = new BulkJob.Waiting(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        return waiting;
    }

    /** First reading, a part at a time, so that other streams get their turn. */
    private BulkJob.Step count() throws IOException {
        if (lines == null) {
            lines = new BulkLines(client.download(result.file()));
            families = new BulkFamilies(shape);
        }
        for (int i = 0; i < LINES_AT_ONCE; i++) {
            BulkLines.Line line = lines.next();
            if (line == null) {
                return counted();
            }
            families.add(line);
        }
        return new BulkJob.Waiting(Duration.ZERO);
    }

    private BulkJob.Step counted() throws IOException {
        closeLines();
        if (families.lines() != result.rows()) {
            throw new IOException("the file holds " + families.lines() + " rows of " + result.rows());
        }
        families.close();
        if (families.mostOpen() > limits.openRows()) {
            return new BulkJob.TooLarge("rows so scattered that " + families.mostOpen() + " must be held at once");
        }
        join = new BulkJoin(families, shape);
        return new BulkJob.Waiting(Duration.ZERO);
    }

    /** Second reading. After a break the file is read from its beginning, and what was given is passed over. */
    private BulkJob.Step give() throws IOException {
        if (lines == null) {
            lines = new BulkLines(client.download(result.file()));
        }
        List<Object> rows = new ArrayList<>();
        while (rows.size() < ROWS_AT_ONCE) {
            BulkLines.Line line = lines.next();
            if (line == null) {
                break;
            }
            Object complete = join.add(line);
            if (complete != null && join.completed() > given) {
                rows.add(complete);
            }
        }
        given += rows.size();
        return rows.isEmpty() ? new BulkJob.Done() : new BulkJob.Rows(rows);
    }

    private void closeLines() {
        if (lines != null) {
            lines.close();
            lines = null;
        }
    }

    @Override
    public void close() {
        closeLines();
    }
}
