package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.hook.BulkJob;
import java.util.List;

/** The rows of a bulk job as pages. */
final class BulkPages implements Pages {
    private final BulkJob.Run run;
    private String reached;

    BulkPages(BulkJob.Run run) {
        this.run = run;
    }

    @Override
    public Next next() {
        BulkJob.Step step = run.next();
        if (step instanceof BulkJob.Rows rows) {
            return new Got(rows.records(), false);
        } else if (step instanceof BulkJob.Waiting waiting) {
            return new NotYet(waiting.pause());
        } else if (step instanceof BulkJob.TooLarge tooLarge) {
            return new TooLarge(tooLarge.reason());
        }
        reached = ((BulkJob.Done) step).token();
        return new Got(List.of(), true);
    }

    @Override
    public String reached() {
        return reached;
    }

    @Override
    public boolean shiftable() {
        return false;
    }

    @Override
    public void close() {
        run.close();
    }
}
