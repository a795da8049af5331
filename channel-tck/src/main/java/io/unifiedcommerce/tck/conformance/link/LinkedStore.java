package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.channel.read.Emission.ChannelRecord;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.QuotaUse;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store in memory, as the conformance kit uses it: by one thread. */
public interface LinkedStore extends AutoCloseable {

    /** A stocked item. */
    record StockedItem(String sku, String locationId) {}

    /** Connector options that lead a client to the store, and by which its notifications are verified. */
    Map<String, String> options();

    /** Fills the store, so that every listing of the channel has something to list. */
    void fill();

    /** Lets shoppers and staff change some of what is there. */
    void trade();

    /** Ids of the records that listings must bring now, by stream; streams that are left out are not compared. */
    Map<String, Set<String>> listed();

    /** A record's id as a webhook tells it. */
    default String webhookId(ChannelRecord record) {
        return record.id();
    }

    /** An item that stock can be written to; there is some of it. */
    StockedItem item();

    /** Units of an item that a write of stock would change. */
    long shown(StockedItem item);

    /** Id of a customer that a profile can be written to. */
    String customerId();

    /** All that writes can change, as a value that equals another when nothing has changed in between. */
    Object state();

    /** The next write is carried out, but the connection ends before its answer. */
    void loseAnswerToNextWrite();

    /** The next request meets the fault. */
    void meetNext(Fault fault);

    /** Waits until nothing is left that the store would tell its subscribers; at once where it tells nothing. */
    default void awaitNotifications() {
        // nothing is on its way
    }

    /** The requests so far, oldest first. */
    List<HttpCall> requests();

    /** How well the quota was used. */
    QuotaUse quotaUse();

    @Override
    void close();
}
