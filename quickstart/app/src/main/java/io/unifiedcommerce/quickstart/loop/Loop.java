package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.platform.ChannelChoice;
import io.unifiedcommerce.quickstart.scenario.Assignment;
import io.unifiedcommerce.quickstart.scenario.OpeningStock;
import io.unifiedcommerce.quickstart.scenario.Place;
import io.unifiedcommerce.quickstart.scenario.Retailer;
import io.unifiedcommerce.quickstart.scenario.SalesChannel;
import io.unifiedcommerce.quickstart.scenario.StoreCounter;
import io.unifiedcommerce.quickstart.scenario.Storefront;
import io.unifiedcommerce.quickstart.scenario.TillCounter;
import io.unifiedcommerce.quickstart.scenario.Warehouse;
import io.unifiedcommerce.quickstart.stack.ConnectWorker;
import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.FlinkJob;
import io.unifiedcommerce.quickstart.stack.Parts;
import io.unifiedcommerce.quickstart.stack.Stack;
import io.unifiedcommerce.quickstart.stack.StackException;
import io.unifiedcommerce.quickstart.till.TillShop;
import io.unifiedcommerce.tck.fake.FakePlatform;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The whole loop, running: what an operator would have set up, from the packaged artefacts and the shipped examples. */
public final class Loop implements AutoCloseable {

    private final Distribution distribution;
    private final Parts parts = new Parts();
    private final Platforms platforms;
    private final List<LoopChannel> channels = new ArrayList<>();
    private final boolean withTill;
    private Stack stack;
    private ConnectWorker worker;
    private FlinkJob job;
    private Retailer retailer;
    private OpeningStock opening;

    private Loop(Distribution distribution, ChannelChoice choice) {
        Map<String, ConnectorExample> examples = ConnectorExample.in(distribution.configExamples());
        this.distribution = distribution;
        this.platforms = parts.add(Platforms.start(choice.shops(), examples, System.nanoTime()));
        this.withTill = choice.till();
        platforms.stores().forEach(store -> channels.add(store.channel()));
        if (withTill) {
            channels.add(Till.channel(examples));
        }
    }

    /**
     * Starts everything and fills warehouse and counters with what the invoices will ask for; the shops have nothing yet.
     *
     * @param choice which channels there are
     * @param directory exists and is empty; logs and data go there
     */
    public static Loop start(
            Distribution distribution,
            ChannelChoice choice,
            Path directory,
            Assortment assortment,
            List<Invoice> invoices) {
        Loop loop = new Loop(distribution, choice);
        try {
            loop.open(directory, assortment, invoices);
            return loop;
        } catch (RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    private void open(Path directory, Assortment assortment, List<Invoice> invoices) {
        opening = OpeningStock.of(
                invoices,
                new Assignment(channels.stream().map(LoopChannel::channel).toList()));
        platforms.stores().forEach(store -> assortment.listIn(store.shop()));
        platforms.clock().open();
        stack = parts.add(
                withTill
                        ? Stack.start(distribution.runtimes(), directory)
                        : Stack.startWithoutTill(distribution.runtimes(), directory));
        Topics.create(stack.broker(), channels);
        Map<String, String> environment = environment();
        var workerStart =
                CompletableFuture.supplyAsync(() -> stack.startWorker(distribution.pluginArchives(), environment));
        Path ledger = new LedgerConfiguration(channels).write(directory);
        job = stack.startJob(
                new LedgerJob(distribution).submission(stack.broker().bootstrapServers(), ledger));
        worker = workerStart.join();
        retailer = openShops(assortment);
        new Connectors(channels).create(worker.rest());
        platforms.subscribe();
    }

    private Map<String, String> environment() {
        Environment environment = new Environment(stack.broker().bootstrapServers());
        platforms.stores().forEach(environment::add);
        if (withTill) {
            environment.add(tillChannel().source(), stack.till());
        }
        return environment.variables();
    }

    private LoopChannel tillChannel() {
        return channels.get(channels.size() - 1);
    }

    private Retailer openShops(Assortment assortment) {
        Map<SalesChannel, Storefront> storefronts = new LinkedHashMap<>();
        for (Platforms.Store store : platforms.stores()) {
            SalesChannel channel = store.channel().channel();
            storefronts.put(
                    channel, channel.isOnline() ? store.shop() : stocked(new StoreCounter(store.shop()), channel));
        }
        if (withTill) {
            storefronts.put(tillChannel().channel(), openTill(assortment));
        }
        Warehouse warehouse = parts.add(new Warehouse(producer(), Clock.systemUTC()));
        warehouse.count(opening.at(Place.WAREHOUSE));
        return new Retailer(storefronts, warehouse);
    }

    private StoreCounter stocked(StoreCounter counter, SalesChannel channel) {
        counter.receive(opening.at(channel.place()));
        return counter;
    }

    private TillCounter openTill(Assortment assortment) {
        SalesChannel channel = tillChannel().channel();
        try {
            TillShop till = parts.add(new TillShop(stack.till().connect(), Clock.system(Till.ZONE)));
            till.receive(assortment.names(), opening.at(channel.place()));
            return new TillCounter(channel, till);
        } catch (SQLException e) {
            throw new StackException("The till could not take its first delivery", e);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.broker().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Where the user's own tools reach the parts, one per line. */
    public List<String> addresses() {
        List<String> lines = new ArrayList<>();
        lines.add(address("Kafka", stack.broker().bootstrapServers()));
        lines.add(address("Connect", worker.rest().address()));
        if (withTill) {
            lines.add(address("Till", stack.till().jdbcUrl()));
        }
        platforms
                .stores()
                .forEach(store -> lines.add(address(
                        store.platform().title(),
                        store.running().platform().baseUri().toString())));
        return lines;
    }

    private static String address(String part, String address) {
        return String.format(Locale.ROOT, "%-15s %s", part, address);
    }

    /** From now on the platforms misbehave. */
    public void misbehave() {
        platforms.all().forEach(PlatformFaults::strike);
    }

    public Stack stack() {
        return stack;
    }

    public ConnectWorker worker() {
        return worker;
    }

    public FlinkJob job() {
        return job;
    }

    public Retailer retailer() {
        return retailer;
    }

    /** What lay where before the first sale. */
    public OpeningStock opening() {
        return opening;
    }

    /** How long the ledger waits before it takes a figure that nothing explains for an edit. */
    public Duration quiet() {
        return new LedgerConfiguration(channels).quiet();
    }

    /** Consumer group of the ledger. */
    public String ledgerGroup() {
        return LedgerJob.GROUP;
    }

    /** Consumer groups of the sinks. */
    public List<String> sinkGroups() {
        return new Connectors(channels).sinkGroups();
    }

    /** The channel of each connector, by the connector's name. */
    public Map<String, SalesChannel> channels() {
        return new Connectors(channels).channels();
    }

    public List<FakePlatform> platforms() {
        return platforms.all();
    }

    /** Stops everything, in the reverse order of its start. */
    @Override
    public void close() {
        parts.close();
    }
}
