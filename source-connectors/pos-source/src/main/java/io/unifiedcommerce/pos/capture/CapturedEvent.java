package io.unifiedcommerce.pos.capture;

import io.unifiedcommerce.pos.record.RowChange;
import java.util.Map;

/** What the server's log brought, as far as it matters here. */
sealed interface CapturedEvent {

    /**
     * A row that a transaction wrote.
     *
     * @param xid 32-bit id of the transaction
     * @param lsn position of the write in the log; the commit's is higher
     * @param micros when it was committed: microseconds since the epoch, clock of the database
     */
    record Row(RowChange change, long xid, long lsn, long micros) implements CapturedEvent {}

    /**
     * The end of a transaction.
     *
     * @param rows that it wrote
     * @param offset Debezium's own, after it
     */
    record End(long xid, long rows, Map<String, ?> offset) implements CapturedEvent {}

    /** A message that belongs to no transaction: the heartbeat's own. */
    record Message(Map<String, ?> offset) implements CapturedEvent {}

    /** Nothing that matters. */
    record Other() implements CapturedEvent {}
}
