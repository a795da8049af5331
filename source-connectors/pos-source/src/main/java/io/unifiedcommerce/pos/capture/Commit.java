package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.pos.database.Fence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When and where in the log a transaction was committed, so that neither ever runs backwards. A server writes the time into a
 * commit shortly before it takes its place in the log, and its clock may be set back; a stock level with an older time than
 * the level before it would be ignored although it is the newer one. Deterministic, since the last commit is part of every
 * offset.
 *
 * @param micros microseconds since the epoch, clock of the database
 * @param lsn position of the log
 */
public record Commit(long micros, long lsn) {
    static final Commit NONE = new Commit(0, 0);

    static Commit of(Fence fence) {
        return new Commit(fence.micros(), fence.lsn());
    }

    /** The commit that follows this one. */
    Commit next(long micros, long lsn) {
        return new Commit(Math.max(micros, this.micros), Math.max(lsn, this.lsn + 1));
    }

    Commit orLater(Commit other) {
        return new Commit(Math.max(micros, other.micros), Math.max(lsn, other.lsn));
    }

    Instant instant() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** What a record says of its commit: the instant, and the position as text that sorts. */
    Map<String, Object> fields(String transaction) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ts", instant().toString());
        fields.put("lsn", String.format("%020d", lsn));
        fields.put("tx", transaction);
        return fields;
    }
}
