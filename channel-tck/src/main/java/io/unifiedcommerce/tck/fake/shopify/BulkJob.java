package io.unifiedcommerce.tck.fake.shopify;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** One bulk query and how far it got. Thread safe. */
final class BulkJob {
    /** The lines of a job. */
    record Result(byte[] file, long objects, long rootObjects) {
        static final Result NONE = new Result(new byte[0], 0, 0);
    }

    private final long id;
    private final String query;
    private final boolean groupObjects;
    private final String version;
    private final Instant createdAt;
    private final String failure;
    private int pollsLeft;
    private String status = "CREATED";
    private Instant completedAt;
    private Result result = Result.NONE;

    /** @param failure error code that the job ends with, null to succeed */
    BulkJob(
            long id,
            String query,
            boolean groupObjects,
            String version,
            Instant createdAt,
            int runningPolls,
            String failure) {
        this.id = id;
        this.query = query;
        this.groupObjects = groupObjects;
        this.version = version;
        this.createdAt = createdAt;
        this.failure = failure;
        pollsLeft = runningPolls;
    }

    /** One look at the job, which is what makes it go on. */
    synchronized void poll(Clock clock, Supplier<Result> work) {
        if (!running()) {
            return;
        }
        if (pollsLeft > 0) {
            pollsLeft--;
            status = "RUNNING";
            return;
        }
        status = failure == null ? "COMPLETED" : "FAILED";
        completedAt = clock.instant();
        if (failure == null) {
            result = work.get();
        }
    }

    synchronized void cancel(Clock clock) {
        status = "CANCELED";
        completedAt = clock.instant();
    }

    synchronized boolean running() {
        return status.equals("CREATED") || status.equals("RUNNING");
    }

    synchronized boolean completed() {
        return status.equals("COMPLETED");
    }

    synchronized String status() {
        return status;
    }

    synchronized String errorCode() {
        return status.equals("FAILED") ? failure : null;
    }

    synchronized Instant completedAt() {
        return completedAt;
    }

    synchronized byte[] file() {
        return result.file();
    }

    synchronized long objectCount() {
        return result.objects();
    }

    synchronized long rootObjectCount() {
        return result.rootObjects();
    }

    long id() {
        return id;
    }

    String query() {
        return query;
    }

    boolean groupObjects() {
        return groupObjects;
    }

    String version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }
}
