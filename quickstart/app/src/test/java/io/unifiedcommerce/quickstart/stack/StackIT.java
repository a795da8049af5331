package io.unifiedcommerce.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.quickstart.orders.Invoice;
import io.unifiedcommerce.quickstart.orders.InvoiceLine;
import io.unifiedcommerce.quickstart.orders.RealOrders;
import io.unifiedcommerce.quickstart.till.TillShop;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackIT {

    private static Stack stack;
    private static ConnectWorker worker;

    @BeforeAll
    static void startStack(@TempDir Path directory) {
        stack = Stack.start(Runtimes.under(ProjectRoot.path()), directory);
        worker = stack.startWorker(List.of(), Map.of());
    }

    @AfterAll
    static void stopStack() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void brokerKeepsItsTopicsOverAKill() throws Exception {
        stack.broker().createTopics(Set.of("kept"), 3, Map.of());
        stack.broker().kill();
        stack.broker().restart();
        assertThat(stack.broker().admin().listTopics().names().get()).contains("kept", "connect-config");
    }

    @Test
    void creatingATopicTwiceIsHarmless() throws Exception {
        stack.broker().createTopics(Set.of("twice"), 1, Map.of());
        stack.broker().createTopics(Set.of("twice"), 1, Map.of());
        assertThat(stack.broker().admin().listTopics().names().get()).contains("twice");
    }

    @Test
    void workerListsItsPlugins() {
        assertThat(worker.rest().plugins())
                .contains(
                        "org.apache.kafka.connect.json.JsonConverter",
                        "org.apache.kafka.connect.transforms.predicates.RecordIsTombstone");
    }

    @Test
    void workerRefusesAConnectorItDoesNotHave() {
        assertThatThrownBy(() -> worker.rest().put("lost", Map.of("connector.class", "NoSuchConnector")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("NoSuchConnector");
    }

    @Test
    void workerServesRequestsAgainAfterAKill() {
        worker.kill();
        worker.restart();
        assertThat(worker.rest().connectors()).isEmpty();
    }

    @Test
    void tillDatabaseAllowsLogicalDecoding() throws SQLException {
        try (Connection connection = stack.till().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW wal_level")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("logical");
        }
    }

    @Test
    void tillCountsTheStockThatTheRealOrdersLeave() throws SQLException {
        RealOrders orders = RealOrders.load();
        List<Invoice> played = orders.invoices().limit(150).toList();
        Map<String, Integer> delivered = new HashMap<>();
        Map<String, Long> expected = new HashMap<>();
        for (Invoice invoice : played) {
            int sign = invoice.kind() == Invoice.Kind.SALE ? -1 : 1;
            for (InvoiceLine line : invoice.lines()) {
                delivered.put(line.sku(), 500);
                expected.merge(line.sku(), (long) sign * line.units(), Long::sum);
            }
        }
        expected.replaceAll((sku, change) -> 500 + change);
        try (TillShop shop = new TillShop(stack.till().connect(), Clock.systemUTC())) {
            shop.receive(orders.products(), delivered);
            for (Invoice invoice : played) {
                shop.play(invoice);
            }
            assertThat(played).extracting(Invoice::kind).contains(Invoice.Kind.SALE, Invoice.Kind.RETURN);
            assertThat(shop.stock()).isEqualTo(expected);
        }
    }
}
