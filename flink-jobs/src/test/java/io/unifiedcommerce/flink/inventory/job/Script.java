package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/** Plays events one after the other, a few between two checkpoints; a restored job goes on where its checkpoint was. */
final class Script implements GeneratorFunction<Long, IncomingEvent> {

    private static final long serialVersionUID = 1L;

    /** Of this process, in which the test's cluster runs, too: a failed job must not fail again. */
    private static final AtomicBoolean FAILURE_WANTED = new AtomicBoolean();

    private final Entity entity;
    private final ArrayList<byte[]> values;
    private final int failsAt;

    private Script(Entity entity, List<byte[]> values, int failsAt) {
        this.entity = entity;
        this.values = new ArrayList<>(values);
        this.failsAt = failsAt;
    }

    /** @param perCheckpoint events between two checkpoints */
    static DataGeneratorSource<IncomingEvent> source(Entity entity, List<byte[]> values, int perCheckpoint) {
        return source(new Script(entity, values, -1), perCheckpoint);
    }

    /** The same, but the first time it fails at event {@code failsAt}. */
    static DataGeneratorSource<IncomingEvent> failingSource(
            Entity entity, List<byte[]> values, int perCheckpoint, int failsAt) {
        FAILURE_WANTED.set(true);
        return source(new Script(entity, values, failsAt), perCheckpoint);
    }

    static boolean hasFailed() {
        return !FAILURE_WANTED.get();
    }

    private static DataGeneratorSource<IncomingEvent> source(Script script, int perCheckpoint) {
        return new DataGeneratorSource<>(
                script,
                script.values.size(),
                RateLimiterStrategy.perCheckpoint(perCheckpoint),
                Form.INCOMING.typeInformation());
    }

    @Override
    public IncomingEvent map(Long number) {
        if (number == failsAt && FAILURE_WANTED.compareAndSet(true, false)) {
            throw new IllegalStateException("A failure of the test");
        }
        return new IncomingEvent(entity, entity.entityName() + "/0/" + number, null, values.get(number.intValue()));
    }
}
