package io.unifiedcommerce.quickstart.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits until all channels agree and go on doing so, since a command under way could still spoil a first agreement. */
public final class Convergence {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Supplier<StockProof> proof;
    private final Clock clock;

    public Convergence(Supplier<StockProof> proof, Clock clock) {
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * The proof once it has held for {@code calm}, or as it stood when {@code limit} was over.
     *
     * @throws InterruptedException when the waiting was stopped
     */
    public StockProof await(Duration limit, Duration calm) throws InterruptedException {
        Instant deadline = clock.instant().plus(limit);
        Instant agreedSince = null;
        while (true) {
            StockProof now = proof.get();
            Instant time = clock.instant();
            if (!now.holds()) {
                agreedSince = null;
            } else if (agreedSince == null) {
                agreedSince = time;
            }
            boolean isCalm = agreedSince != null && !time.isBefore(agreedSince.plus(calm));
            if (isCalm || time.isAfter(deadline)) {
                return now;
            }
            LockSupport.parkNanos(LOOK_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException("The proof was stopped");
            }
        }
    }
}
