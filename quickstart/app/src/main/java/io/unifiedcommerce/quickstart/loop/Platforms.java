package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.platform.RunningShop;
import io.unifiedcommerce.quickstart.platform.ShopPlatform;
import io.unifiedcommerce.quickstart.platform.StockRole;
import io.unifiedcommerce.quickstart.scenario.OnlineShop;
import io.unifiedcommerce.quickstart.scenario.Place;
import io.unifiedcommerce.quickstart.scenario.SalesChannel;
import io.unifiedcommerce.quickstart.stack.Parts;
import io.unifiedcommerce.quickstart.stack.Ports;
import io.unifiedcommerce.tck.fake.FakePlatform;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The simulated platforms that were chosen, in this process. */
final class Platforms implements AutoCloseable {

    static final String LOOPBACK = "127.0.0.1";

    /** The location that each platform has from the start. */
    private static final long LOCATION = 1;

    private final ShopClock clock = new ShopClock(Clock.systemUTC());
    private final Parts parts = new Parts();
    private final List<Store> stores = new ArrayList<>();

    /** A running store with its connectors. */
    record Store(ShopPlatform platform, RunningShop running, LoopChannel channel, URI listener) {

        OnlineShop shop() {
            return new OnlineShop(
                    channel.channel(), running.platform().shop(), LOCATION, running.currency(), running.habits());
        }

        /** Values for what its connectors' configurations leave open, by option. */
        Map<String, String> options() {
            return running.options();
        }
    }

    /**
     * Starts them.
     *
     * @param examples the shipped configurations
     * @param seed of the faults that are drawn at random
     */
    static Platforms start(List<ShopPlatform> chosen, Map<String, ConnectorExample> examples, long seed) {
        Platforms platforms = new Platforms();
        try {
            chosen.forEach(platform -> platforms.open(platform, examples, seed));
            return platforms;
        } catch (RuntimeException e) {
            platforms.close();
            throw e;
        }
    }

    private void open(ShopPlatform platform, Map<String, ConnectorExample> examples, long seed) {
        RunningShop running = parts.add(platform.open(clock, seed));
        ConnectorExample source = examples.get(platform.channel() + "-source").with(running.additions());
        boolean isTold = running.stock() instanceof StockRole.Told;
        String instance = source.channelInstance();
        SalesChannel channel =
                new SalesChannel(instance, platform.title(), isTold ? Place.WAREHOUSE : new Place(instance));
        List<ConnectorExample> sinks = Stream.of(platform.channel() + "-sink")
                .filter(name -> isTold)
                .map(name -> examples.get(name).with(running.additions()))
                .toList();
        URI listener = URI.create("http://" + LOOPBACK + ":" + Ports.free() + "/webhooks/" + instance);
        LoopChannel loop =
                new LoopChannel(channel, platform.channel(), running.stock(), running.orderDelay(), source, sinks);
        stores.add(new Store(platform, running, loop, listener));
    }

    List<Store> stores() {
        return stores;
    }

    /** What their times and quotas go by. */
    ShopClock clock() {
        return clock;
    }

    List<FakePlatform> all() {
        return stores.stream()
                .<FakePlatform>map(store -> store.running().platform())
                .toList();
    }

    /** Sends the platforms' webhooks to the connectors, which listen where the configurations say. */
    void subscribe() {
        stores.forEach(store -> store.running().subscribe(store.listener()));
    }

    @Override
    public void close() {
        parts.close();
    }
}
