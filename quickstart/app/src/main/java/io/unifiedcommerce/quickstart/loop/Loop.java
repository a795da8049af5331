package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.scenario.OpeningStock;
import io.unifiedcommerce.quickstart.scenario.Retailer;
import io.unifiedcommerce.quickstart.scenario.SalesChannel;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The whole loop, running: what an operator would have set up, from the packaged artefacts and the shipped examples. */
public final class Loop implements AutoCloseable {

    /** Where the till stands; its database tells local time. */
    private static final ZoneId TILL_ZONE = ZoneId.of("Europe/Paris");

    private final Distribution distribution;
    private final Parts parts = new Parts();
    private final Platforms platforms;
    private Stack stack;
    private ConnectWorker worker;
    private FlinkJob job;
    private Retailer retailer;
    private Connectors connectors;

    private Loop(Distribution distribution, Platforms platforms) {
        this.distribution = distribution;
        this.platforms = parts.add(platforms);
    }

    /**
     * Starts everything and fills warehouse and store; the shops have nothing yet.
     *
     * @param directory exists and is empty; logs and data go there
     */
    public static Loop start(Distribution distribution, Path directory, Assortment assortment, OpeningStock opening) {
        Loop loop = new Loop(distribution, Platforms.start(System.nanoTime()));
        try {
            loop.open(directory, assortment, opening);
            return loop;
        } catch (RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    private void open(Path directory, Assortment assortment, OpeningStock opening) {
        platforms.shops().values().forEach(assortment::listIn);
        platforms.clock().open();
        stack = parts.add(Stack.start(distribution.runtimes(), directory));
        Topics.create(stack.broker());
        Environment environment = new Environment(platforms);
        var workerStart = CompletableFuture.supplyAsync(() -> stack.startWorker(
                distribution.pluginArchives(),
                environment.variables(stack.broker().bootstrapServers(), stack.till())));
        job = stack.startJob(
                new LedgerJob(distribution).submission(stack.broker().bootstrapServers()));
        worker = workerStart.join();
        retailer = openShops(assortment, opening);
        connectors = new Connectors(ConnectorExample.in(distribution.configExamples()));
        connectors.create(worker.rest());
        environment.subscribe(new WebhookSubscriptions());
    }

    private Retailer openShops(Assortment assortment, OpeningStock opening) {
        try {
            TillShop till = parts.add(new TillShop(stack.till().connect(), Clock.system(TILL_ZONE)));
            till.receive(assortment.names(), opening.store());
            Warehouse warehouse = parts.add(new Warehouse(producer(), Clock.systemUTC()));
            warehouse.count(opening.warehouse());
            return new Retailer(platforms.shops(), new TillCounter(till), warehouse);
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
        return List.of(
                "Kafka        " + stack.broker().bootstrapServers(),
                "Connect      " + worker.rest().address(),
                "Till         " + stack.till().jdbcUrl(),
                "Shopify      " + platforms.shopify().baseUri(),
                "BigCommerce  " + platforms.bigCommerce().baseUri());
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

    /** Consumer group of the ledger. */
    public String ledgerGroup() {
        return LedgerJob.GROUP;
    }

    /** Consumer groups of the sinks. */
    public List<String> sinkGroups() {
        return connectors.sinkGroups();
    }

    /** The channel of each connector, by the connector's name. */
    public Map<String, SalesChannel> channels() {
        return connectors.channels();
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
