package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Bulk query jobs. A job is worked off by polling: it says RUNNING for the ordered number of polls and does its work
 * on the poll that first says COMPLETED, so that a test sees every state without waiting.
 */
public final class BulkOperations {
    private static final int MAX_RUNNING = 5;

    private final AtomicLong ids = new AtomicLong(4_000_000);
    private final NavigableMap<Long, BulkJob> jobs = new ConcurrentSkipListMap<>();
    private final Deque<String> failures = new ArrayDeque<>();
    private final Clock clock;
    private final Faults faults;
    private final Supplier<URI> base;
    private final Supplier<GraphqlEndpoint> endpoint;
    private volatile int runningPolls = 1;

    BulkOperations(Clock clock, Faults faults, Supplier<URI> base, Supplier<GraphqlEndpoint> endpoint) {
        this.clock = clock;
        this.faults = faults;
        this.base = base;
        this.endpoint = endpoint;
    }

    /** How many polls of a later job say RUNNING. */
    public void runFor(int polls) {
        runningPolls = polls;
    }

    /** The next job ends as FAILED with the error code, for example INTERNAL_SERVER_ERROR. */
    public void failNext(String errorCode) {
        synchronized (failures) {
            failures.add(errorCode);
        }
    }

    void wire(Wiring wiring) {
        wiring.query().field("bulkOperation", (root, call) -> poll(Gid.of(call.getArgument("id"), "BulkOperation")));
        wiring.mutation()
                .field(
                        "bulkOperationRunQuery",
                        (root, call) -> start(
                                call.getArgument("query"),
                                call.getArgument("groupObjects"),
                                CallContext.of(call).version()))
                .field("bulkOperationCancel", (root, call) -> cancel(call.getArgument("id")));
        wiring.node("BulkOperation", BulkJob.class, this::poll)
                .field("id", job -> Gid.of("BulkOperation", job.id()))
                .field("status", BulkJob::status)
                .field("errorCode", BulkJob::errorCode)
                .field("createdAt", BulkJob::createdAt)
                .field("completedAt", BulkJob::completedAt)
                .field("objectCount", BulkJob::objectCount)
                .field("rootObjectCount", BulkJob::rootObjectCount)
                .field("fileSize", job -> job.completed() ? job.file().length : null)
                .field("url", job -> job.completed() && job.objectCount() > 0 ? url(job) : null)
                .field("partialDataUrl", job -> job.status().equals("FAILED") ? url(job) : null)
                .field("query", BulkJob::query)
                .constant("QUERY", "type");
    }

    /** The file of a job, which needs no token, as a signed storage link. */
    HttpAnswer download(long id) {
        BulkJob job = jobs.get(id);
        return job == null
                ? HttpAnswer.empty(404)
                : new HttpAnswer(200, Map.of("Content-Type", "application/jsonl"), job.file());
    }

    private Object start(String query, boolean groupObjects, String version) {
        Optional<String> problem = BulkRules.problem(query, endpoint.get());
        if (problem.isPresent()) {
            return refused("INVALID", problem.get());
        }
        synchronized (jobs) {
            if (jobs.values().stream().filter(BulkJob::running).count() >= MAX_RUNNING) {
                return refused("LIMIT_REACHED", "At most " + MAX_RUNNING + " bulk queries run at once");
            }
            String failure;
            synchronized (failures) {
                failure = failures.poll();
            }
            BulkJob job = new BulkJob(
                    ids.incrementAndGet(), query, groupObjects, version, clock.instant(), runningPolls, failure);
            jobs.put(job.id(), job);
            return Payload.of("bulkOperation", job);
        }
    }

    private static Object refused(String code, String message) {
        return Payload.of("bulkOperation", null, List.of(Payload.error(code, message, "query")));
    }

    private BulkJob poll(long id) {
        BulkJob job = jobs.get(id);
        if (job != null) {
            job.poll(clock, () -> new BulkFile(endpoint.get(), faults).write(job));
        }
        return job;
    }

    private Object cancel(String id) {
        BulkJob job = jobs.get(Gid.of(id, "BulkOperation"));
        if (job == null || !job.running()) {
            return Payload.of("bulkOperation", job, List.of(Payload.error(null, "The operation is not running", "id")));
        }
        job.cancel(clock);
        return Payload.of("bulkOperation", job);
    }

    private String url(BulkJob job) {
        return base.get() + "/bulk/" + job.id() + ".jsonl?signature=fake";
    }
}
