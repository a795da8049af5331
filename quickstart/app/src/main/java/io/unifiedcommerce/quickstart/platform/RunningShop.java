package io.unifiedcommerce.quickstart.platform;

import io.unifiedcommerce.tck.fake.FakePlatform;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A store of a platform, as the quickstart sells in it and sets up its connectors. */
public interface RunningShop extends AutoCloseable {

    /** The simulated platform; its shop has location 1 from the start. */
    FakePlatform platform();

    /** ISO 4217. */
    String currency();

    /** What the ledger is to its stock. */
    StockRole stock();

    /** How the shop deals with orders. */
    default Habits habits() {
        return Habits.ONLINE;
    }

    /** How long nearly every order takes to reach the ledger: by webhook or by a poll every few seconds unless said otherwise. */
    default Duration orderDelay() {
        return Duration.ofSeconds(6);
    }

    /** Values for what the shipped configurations leave open, by the connectors' options. */
    Map<String, String> options();

    /**
     * Options of its connectors that the shipped configurations do not have: an address that is the platform's own by default,
     * or a pause that is too long to wait for.
     */
    default Map<String, String> additions() {
        return Map.of();
    }

    /**
     * Sends webhooks to the listener, where the platform has any and the source does not see to it: through its API, as a shop's
     * staff do it once.
     */
    default void subscribe(URI listener) {}

    @Override
    default void close() {
        platform().close();
    }
}
