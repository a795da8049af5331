package io.unifiedcommerce.pos.database;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a read of the database has seen: it tells of each captured transaction whether the read contains it already.
 *
 * <p>The log's position alone cannot tell. A transaction writes its commit to the log before others can see it, so a read can
 * miss one whose commit stands before the position; to leave out that one would lose a sale. PostgreSQL's own snapshot (lowest
 * open transaction, next transaction, open ones between) decides as the server did.
 *
 * @param lsn position of the log after the read began; whatever the read contains was committed before
 * @param micros when it began: microseconds since the epoch, clock of the database
 * @param next first transaction id that was not given yet
 * @param open ids below that were not ended yet
 */
public record Fence(long lsn, long micros, long next, Set<Long> open) {
    private static final long EPOCH = 1L << 32;

    /**
     * @param snapshot as {@code txid_current_snapshot()} writes it: {@code xmin:xmax:xip,xip}
     */
    static Fence of(long lsn, long micros, String snapshot) {
        String[] parts = snapshot.split(":", -1);
        Set<Long> open = parts[2].isEmpty()
                ? Set.of()
                : Arrays.stream(parts[2].split(",")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Fence(lsn, micros, Long.parseLong(parts[1]), open);
    }

    /**
     * Whether the read contains a transaction.
     *
     * @param xid its 32-bit id, as the log has it
     * @param written position of one of its writes in the log, which tells apart ids that came round again
     */
    public boolean contains(long xid, long written) {
        if (written >= lsn) {
            return false;
        }
        long id = (next & -EPOCH) | (xid & (EPOCH - 1));
        if (id - next > EPOCH / 2) {
            id -= EPOCH;
        } else if (next - id > EPOCH / 2) {
            id += EPOCH;
        }
        return id < next && !open.contains(id);
    }

    /** The fence as one text, for an offset. */
    public String text() {
        return lsn + ";" + micros + ";" + next + ";"
                + open.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Fence parse(String text) {
        String[] parts = text.split(";", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not a fence");
        }
        return of(Long.parseLong(parts[0]), Long.parseLong(parts[1]), ":" + Long.parseLong(parts[2]) + ":" + parts[3]);
    }
}
