package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.pos.till.SharedTillServer;
import io.unifiedcommerce.pos.till.Till;
import io.unifiedcommerce.pos.till.Till.Line;
import io.unifiedcommerce.pos.till.TillServer;
import io.unifiedcommerce.smt.NormalizeCommerceEvent;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.connect.runtime.rest.entities.ConfigInfos;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorOffset;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorOffsets;
import org.apache.kafka.connect.runtime.rest.errors.ConnectRestException;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The connector in a real worker with exactly-once support, created, restarted and reset over REST. */
@ExtendWith(SharedTillServer.class)
class EmbeddedWorkerTest {
    private static final Line SHIRT = new Line("p-55", 2, 24.17);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static EmbeddedConnectCluster connect;

    private Till till;
    private String name;
    private Map<String, String> props;

    @BeforeAll
    static void startWorker() {
        Map<String, String> worker = new HashMap<>();
        worker.put("exactly.once.source.support", "enabled");
        worker.put("offset.flush.interval.ms", "500");
        Properties broker = new Properties();
        broker.put("transaction.state.log.replication.factor", "1");
        broker.put("transaction.state.log.min.isr", "1");
        connect = new EmbeddedConnectCluster.Builder()
                .name("pos-cluster")
                .brokerProps(broker)
                .numWorkers(1)
                .numBrokers(1)
                .workerProps(worker)
                .build();
        connect.start();
    }

    @AfterAll
    static void stopWorker() {
        connect.stop();
    }

    @BeforeEach
    void openTill(TillServer server) throws SQLException {
        till = Till.open(server);
        name = till.database();
        props = ConnectDouble.config(till);
        props.put("channel.instance", name);
        List.of(
                        ".raw.unicenta-opos.sales",
                        ".raw.unicenta-opos.payments",
                        ".raw.unicenta-opos.customers",
                        ".orders.v1",
                        ".inventory-levels.v1",
                        ".heartbeat.unicenta-opos")
                .forEach(topic -> connect.kafka().createTopic(name + topic));
        props.put("name", name);
        props.put("connector.class", PosSourceConnector.class.getName());
        props.put("topic.prefix", name);
        props.put("exactly.once.support", "required");
        props.put("transaction.boundary", "connector");
        props.put("topic.creation.default.partitions", "1");
        props.put("topic.creation.default.replication.factor", "1");
        props.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        props.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        props.put("value.converter.schemas.enable", "false");
    }

    @AfterEach
    void closeTill() throws SQLException {
        if (connect.connectors().contains(name)) {
            connect.deleteConnector(name);
        }
        till.close();
    }

    /** Creates the connector, and waits until it has read what was there. */
    private void create() {
        connect.configureConnector(name, props);
        running();
        keys(name + ".heartbeat.unicenta-opos", 1);
    }

    private void running() {
        try {
            connect.assertions().assertConnectorAndExactlyNumTasksAreRunning(name, 1, "the source did not start");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keys of all committed records of a topic, once there are enough. */
    private static List<String> keys(String topic, int enough) {
        List<String> keys = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            keys.clear();
            read(topic).forEach(record -> keys.add(new String(record.key())));
            return keys.size() >= enough;
        });
        return keys;
    }

    private static Iterable<ConsumerRecord<byte[], byte[]>> read(String topic) throws Exception {
        return connect.kafka().consumeAll(20_000, null, Map.of("isolation.level", "read_committed"), topic);
    }

    @Test
    void everySaleIsInKafkaOnceThroughRestartsOfTheTaskAndTheWorker() throws Exception {
        create();
        String sales = name + ".raw.unicenta-opos.sales";
        sell(0);
        keys(sales, 1);
        assertThat(metric("rows-total")).isPositive();

        connect.restartConnectorAndTasks(name, false, true, false);
        running();
        sell(1);
        keys(sales, 6);

        connect.removeWorker();
        sell(2);
        connect.addWorker();
        running();
        sell(3);

        assertThat(keys(sales, 20)).hasSize(20).doesNotHaveDuplicates();
        assertThat(keys(name + ".raw.unicenta-opos.payments", 20)).hasSize(20);
    }

    private void sell(int round) throws SQLException {
        for (int number = 1; number <= 5; number++) {
            till.sell("s-" + round + "-" + number, 10 * round + number, SHIRT);
        }
    }

    @Test
    void behindTheTransformASaleIsAnOrder() throws Exception {
        props.put("transforms", "normalize");
        props.put("transforms.normalize.type", NormalizeCommerceEvent.class.getName());
        props.put("transforms.normalize.topic.prefix", name);
        create();
        till.sell("s-1", 7, SHIRT);
        keys(name + ".orders.v1", 1);
        JsonNode order =
                JSON.readTree(read(name + ".orders.v1").iterator().next().value());

        assertThat(order.path("order_id").asText()).isEqualTo("s-1");
        assertThat(order.path("lines").path(0).path("sku").asText()).isEqualTo("TEE-BLK-M");
        assertThat(keys(name + ".inventory-levels.v1", 3)).hasSize(3);
    }

    @Test
    void offsetsCanBeReadAndDeletedAndThenAllIsReadAnew() throws Exception {
        create();
        String customers = name + ".raw.unicenta-opos.customers";
        till.sell("s-1", 1, SHIRT);
        keys(name + ".raw.unicenta-opos.sales", 1);
        keys(customers, 1);
        connect.stopConnector(name);
        connect.assertions().assertConnectorIsStopped(name, "the source did not stop");
        ConnectorOffset stored = connect.connectorOffsets(name).offsets().get(0);

        assertThat(stored.partition()).isEqualTo(Map.of("channel", "unicenta-opos", "instance", name));
        assertThat(stored.offset().get("phase")).isEqualTo("stream");
        assertThat(stored.offset().get("engine.lsn")).isInstanceOf(Number.class);
        Map<String, Object> damaged = new HashMap<>(stored.offset());
        damaged.put("engine.lsn", "far away");
        ConnectorOffsets wrong =
                new ConnectorOffsets(List.of(new ConnectorOffset(new HashMap<>(stored.partition()), damaged)));
        assertThatThrownBy(() -> connect.alterConnectorOffsets(name, wrong))
                .isInstanceOf(ConnectRestException.class)
                .hasMessageContaining("'engine.lsn' must be a number");

        connect.resetConnectorOffsets(name);
        connect.resumeConnector(name);
        running();
        assertThat(keys(customers, 2)).containsExactly("c-903", "c-903");
    }

    @Test
    void aDatabaseThatCannotBeCapturedIsRefusedOverRest() throws SQLException {
        till.execute("ALTER TABLE stockcurrent REPLICA IDENTITY DEFAULT");
        ConfigInfos checked = connect.validateConnectorConfig(PosSourceConnector.class.getSimpleName(), props);

        assertThat(checked.configs())
                .filteredOn(config -> !config.configValue().errors().isEmpty())
                .singleElement()
                .satisfies(config -> assertThat(config.configValue().name()).isEqualTo("publication.name"));
        assertThatThrownBy(() -> connect.configureConnector(name, props)).isInstanceOf(ConnectRestException.class);
    }

    private static double metric(String name) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        double sum = 0;
        for (ObjectName bean : server.queryNames(new ObjectName("kafka.connect:type=plugins,*"), null)) {
            for (var attribute : server.getMBeanInfo(bean).getAttributes()) {
                if (attribute.getName().equals(name)) {
                    sum += ((Number) server.getAttribute(bean, name)).doubleValue();
                }
            }
        }
        return sum;
    }
}
