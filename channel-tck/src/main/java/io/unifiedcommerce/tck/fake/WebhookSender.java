package io.unifiedcommerce.tck.fake;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends webhooks in the background, at least once and in no promised order, and sends again what is not acknowledged
 * with a 2xx. Thread safe.
 */
public final class WebhookSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration HELD_BACK = Duration.ofMillis(250);
    private static final int IN_FLIGHT = 32;

    private record Attempt(WebhookMessage message, int number, boolean wrongSignature) {}

    private final Queue<Attempt> ready = new ConcurrentLinkedQueue<>();
    private final Queue<Attempt> heldBack = new ConcurrentLinkedQueue<>();
    private final Semaphore slots = new Semaphore(IN_FLIGHT);
    private final WebhookDeliveries deliveries = new WebhookDeliveries();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();
    private final Object drained = new Object();
    private long pending;
    // After close() the shop may still change; what it would send then is dropped without an error.
    private final ExecutorService workers = new ThreadPoolExecutor(
            2,
            2,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemon("webhook-sender"),
            new ThreadPoolExecutor.DiscardPolicy());
    private final ScheduledExecutorService timer =
            new ScheduledThreadPoolExecutor(1, daemon("webhook-timer"), new ThreadPoolExecutor.DiscardPolicy());
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .executor(workers)
            .build();
    private final Faults faults;
    private final List<Duration> retries;
    private volatile Consumer<String> onGivenUp = subscription -> {};

    WebhookSender(Faults faults, List<Duration> retries) {
        this.faults = faults;
        this.retries = List.copyOf(retries);
    }

    /** Tells the platform the subscription of a message of which every attempt failed. */
    public void onGivenUp(Consumer<String> listener) {
        onGivenUp = listener;
    }

    public void send(WebhookMessage message) {
        WebhookFault fault = faults.drawForWebhook().orElse(null);
        if (fault instanceof WebhookFault.Lost) {
            lost.incrementAndGet();
            return;
        }
        Attempt attempt = new Attempt(message, 1, fault instanceof WebhookFault.WrongSignature);
        expect(1);
        if (fault instanceof WebhookFault.Late late) {
            later(attempt, late.delay());
        } else if (fault instanceof WebhookFault.OutOfOrder) {
            heldBack.add(attempt);
            timer.schedule(this::releaseHeldBack, HELD_BACK.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            if (fault instanceof WebhookFault.Duplicated) {
                expect(1);
                ready.add(attempt);
            }
            ready.add(attempt);
            releaseHeldBack();
        }
        pump();
    }

    /** Waits in real time until nothing is left to send; false when the time ran out first. */
    public boolean awaitDrained(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (drained) {
            while (pending > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                drained.wait(left);
            }
            return true;
        }
    }

    /** The last attempts, oldest first. */
    public List<WebhookDelivery> deliveries() {
        return deliveries.all();
    }

    public long acknowledged() {
        return deliveries.acknowledged();
    }

    /** Attempts that got no 2xx. */
    public long refused() {
        return deliveries.refused();
    }

    /** Lost on demand. */
    public long lost() {
        return lost.get();
    }

    /** Messages of which every attempt failed. */
    public long givenUp() {
        return givenUp.get();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private void releaseHeldBack() {
        for (Attempt held = heldBack.poll(); held != null; held = heldBack.poll()) {
            ready.add(held);
        }
        pump();
    }

    private void pump() {
        while (!ready.isEmpty() && slots.tryAcquire()) {
            Attempt attempt = ready.poll();
            if (attempt == null) {
                slots.release();
            } else {
                workers.execute(() -> deliver(attempt));
            }
        }
    }

    private void deliver(Attempt attempt) {
        WebhookMessage message = attempt.message();
        byte[] body = message.body().get();
        Map<String, String> headers =
                message.headers().apply(new WebhookMessage.Signing(body, attempt.wrongSignature()));
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(message.destination())
                    .timeout(ANSWER_WITHIN)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            long start = System.nanoTime();
            client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                    .whenComplete((response, failure) -> finish(
                            attempt,
                            headers,
                            body,
                            failure == null ? response.statusCode() : 0,
                            Duration.ofNanos(System.nanoTime() - start)));
        } catch (IllegalArgumentException e) {
            LOG.warn("The webhook {} has a destination or a header that cannot be sent", message.topic(), e);
            finish(attempt, headers, body, 0, Duration.ZERO);
        }
    }

    private void finish(Attempt attempt, Map<String, String> headers, byte[] body, int status, Duration took) {
        slots.release();
        WebhookMessage message = attempt.message();
        String text = new String(body, StandardCharsets.UTF_8);
        boolean acknowledged = deliveries.add(new WebhookDelivery(
                message.subscription(),
                message.topic(),
                message.destination(),
                headers,
                text,
                attempt.number(),
                status,
                took));
        if (acknowledged) {
            expect(-1);
        } else if (attempt.number() <= retries.size()) {
            later(new Attempt(message, attempt.number() + 1, false), retries.get(attempt.number() - 1));
        } else {
            givenUp.incrementAndGet();
            onGivenUp.accept(message.subscription());
            expect(-1);
        }
        pump();
    }

    private void later(Attempt attempt, Duration delay) {
        timer.schedule(
                () -> {
                    ready.add(attempt);
                    pump();
                },
                delay.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void expect(int more) {
        synchronized (drained) {
            pending += more;
            if (pending == 0) {
                drained.notifyAll();
            }
        }
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
