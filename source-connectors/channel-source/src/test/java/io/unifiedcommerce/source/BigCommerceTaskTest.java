package io.unifiedcommerce.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.unifiedcommerce.channel.record.DeadLetterHeaders;
import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.bigcommerce.BigCommerceSettings;
import io.unifiedcommerce.tck.fake.bigcommerce.FakeBigCommerce;
import io.unifiedcommerce.tck.fake.shop.Order;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import io.unifiedcommerce.tck.fake.shop.OrderResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BigCommerceTaskTest {
    private final FakeClock clock = FakeClock.at("2026-03-01T12:00:00Z");
    private FakeBigCommerce store;
    private TaskHarness connect;

    @BeforeEach
    void openStore() {
        store = FakeBigCommerce.start(BigCommerceSettings.defaults().at(clock).allowing(1_000_000));
        store.shop().catalogue().create("SHIRT", new BigDecimal("10.00"), Map.of(1L, 1_000L));
    }

    @AfterEach
    void closeStore() {
        if (connect != null) {
            connect.close();
        }
        store.close();
    }

    @Test
    void readsHistoryAndThenWhatChanges() {
        Order first = buy();
        buy();
        connect = started("orders,payments,inventory_levels,products");
        connect.runUntil(() -> connect.raw("orders").size() == 2
                && !connect.raw("inventory_levels").isEmpty()
                && !connect.raw("products").isEmpty());
        assertThat(header(connect.raw("orders").get(0), RecordHeaders.CAPTURE_MODE))
                .isEqualTo("BACKFILL");
        assertThat(connect.raw("payments")).hasSize(2);

        store.setStatus(first.id(), 2);
        buy();
        connect.runUntil(() -> connect.raw("orders").size() == 4);
        SourceRecord changed = connect.raw("orders").get(2);
        assertThat(header(changed, RecordHeaders.CAPTURE_MODE)).isEqualTo("POLL");
        assertThat(header(changed, RecordHeaders.INSTANCE)).isEqualTo("shop-de");
        assertThat(header(changed, RecordHeaders.TENANT)).isEqualTo("default");
        assertThat(changed.topic()).isEqualTo("commerce.raw.bigcommerce.orders");
        assertThat(connect.keys("orders")).contains(Long.toString(first.id()));
        assertThat((Long) connect.metric("orders/records-total")).isGreaterThanOrEqualTo(4);
        assertThat(connect.metric("orders/failing-ms")).isEqualTo(0L);
        assertThat((Double) connect.metric("quota-headroom")).isBetween(0.5, 1.0);
    }

    @Test
    void losesNothingWhereverItIsKilled() {
        Random random = new Random(7);
        Set<Object> expected = new HashSet<>();
        Set<Object> inKafka = new HashSet<>();
        connect = new TaskHarness(new BigCommerceSourceConnector(), props("orders"), clock, false);
        for (int life = 0; life < 12; life++) {
            for (int i = 0; i < 30; i++) {
                expected.add(Long.toString(buy().id()));
                clock.advance(Duration.ofSeconds(random.nextInt(3)));
            }
            store.faults().randomly(0.1, Faults.path("/v2/orders"), new Fault.ServerError(503));
            connect.start();
            int polls = random.nextInt(4);
            for (int i = 0; i < polls; i++) {
                clock.advance(Duration.ofSeconds(20));
                List<SourceRecord> polled = connect.poll();
                List<SourceRecord> kept = polled.subList(0, random.nextInt(polled.size() + 1));
                connect.store(kept);
                if (kept.size() < polled.size()) {
                    break;
                }
            }
            connect.close();
        }
        store.faults().clear();
        connect.start();
        connect.runUntil(() -> {
            inKafka.addAll(connect.keys("orders"));
            return inKafka.containsAll(expected);
        });
    }

    @Test
    void aStreamThatIsForbiddenWaitsWhileOthersGoOn() {
        buy();
        store.faults().randomly(1, Faults.path("/v2/orders"), new Fault.Forbidden());
        connect = started("orders,products");
        connect.runUntil(() -> !connect.raw("products").isEmpty() && (Long) connect.metric("orders/errors-total") > 0);
        assertThat(connect.raw("orders")).isEmpty();
        assertThat((Long) connect.metric("orders/failing-ms")).isPositive();
        store.faults().clear();
        connect.runUntil(() -> !connect.raw("orders").isEmpty()
                && connect.metric("orders/failing-ms").equals(0L));
    }

    @Test
    void theTaskFailsWhenAStreamFailsForTooLong() {
        store.faults().randomly(1, Faults.path("/v2/orders"), new Fault.WrongToken());
        Map<String, String> props = props("orders");
        props.put(SourceKeys.FATAL_TIMEOUT, "60000");
        connect = TaskHarness.started(new BigCommerceSourceConnector(), props, clock);
        assertThatThrownBy(() -> connect.runUntil(() -> false))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(SourceKeys.FATAL_TIMEOUT)
                .hasRootCauseInstanceOf(io.unifiedcommerce.channel.http.ChannelException.Unauthorized.class);
    }

    @Test
    void pollsAndStopsPromptlyWhileThePlatformHangs() {
        store.faults().randomly(1, call -> true, new Fault.Slow(Duration.ofSeconds(60)));
        connect = started("orders");
        await().until(() ->
                store.requests().total() > 0 || !store.requests().calls().isEmpty());
        long polling = System.nanoTime();
        assertThat(connect.poll()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - polling)).isLessThan(Duration.ofSeconds(1));
        long stopping = System.nanoTime();
        connect.close();
        assertThat(Duration.ofNanos(System.nanoTime() - stopping)).isLessThan(Duration.ofSeconds(2));
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("bc-source-fetch"))
                .isEmpty();
        connect = null;
    }

    @Test
    void aFreshStreamStoresItsOffsetAtOnceAndAnIdleOneNowAndThen() {
        Map<String, String> props = props("customers");
        props.put(SourceKeys.START_TIME, "now");
        connect = TaskHarness.started(new BigCommerceSourceConnector(), props, clock);
        connect.runUntil(() -> connect.topic("commerce.heartbeat.bigcommerce").size() == 1);
        assertThat(connect.offsets().values().iterator().next().get("phase")).isEqualTo("live");
        Object before = connect.offsets().values().iterator().next().get("until");
        clock.advance(Duration.ofMinutes(10));
        connect.runUntil(() -> connect.topic("commerce.heartbeat.bigcommerce").size() == 2);
        assertThat(connect.offsets().values().iterator().next().get("until")).isNotEqualTo(before);
        assertThat(connect.topic("commerce.heartbeat.bigcommerce").get(0).headers())
                .as("no transform takes it for a channel's record")
                .isEmpty();
    }

    @Test
    void whatIsNoRecordGoesToTheDeadLetterTopic(@TempDir Path folders) throws IOException {
        buy();
        Path folder = Files.createDirectories(folders.resolve("odd"));
        Files.writeString(folder.resolve("channel.yaml"), """
                channel: odd
                kind: api
                title: A platform with a wrong id
                options:
                  odd.url: {doc: Address., validator: url}
                http: {base_url: "${odd.url}", headers: {Accept: application/json, X-Auth-Token: bc-access-token}}
                auth: {kind: none}
                quota: {kind: none}
                streams:
                  orders:
                    id: no_such_field
                    by_default: true
                    read:
                      request: {path: /v2/orders}
                      records: $
                      paging: {kind: single}
                      cursor: {kind: scan}
                """);
        Map<String, String> props = new HashMap<>(Map.of(
                "name", "odd-source",
                "channel", "odd",
                "channel.instance", "shop-de",
                "channel.folders", folders.toString(),
                "odd.url", store.baseUri().toString(),
                "streams", "orders"));
        connect = TaskHarness.started(new ChannelSourceConnector(), props, clock);
        connect.runUntil(() -> !connect.topic("commerce.dlq.channel-source").isEmpty());
        SourceRecord letter = connect.topic("commerce.dlq.channel-source").get(0);
        assertThat(header(letter, DeadLetterHeaders.MESSAGE)).isEqualTo("the record has no id at 'no_such_field'");
        assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("commerce.raw.odd.orders");
        assertThat(header(letter, RecordHeaders.STREAM)).isEqualTo("orders");
        assertThat((String) letter.value()).startsWith("{\"id\":");
    }

    @Test
    void transactionsEndWhereNothingWouldBeRepeated() {
        for (int i = 0; i < 600; i++) {
            buy();
        }
        connect = new TaskHarness(new BigCommerceSourceConnector(), props("orders"), clock, true);
        connect.start();
        connect.runUntil(() -> connect.raw("orders").size() == 600);
        List<SourceRecord> ends = connect.transactionEnds();
        assertThat(ends).isNotEmpty();
        // A record whose offset differs from the one before it stands at such a place.
        List<SourceRecord> all = new ArrayList<>(connect.records());
        for (SourceRecord end : ends) {
            int at = all.indexOf(end);
            assertThat(at + 1 == all.size()
                            || all.get(at + 1).sourceOffset().equals(end.sourceOffset())
                            || !all.get(at + 1)
                                    .sourceOffset()
                                    .equals(all.get(at).sourceOffset()))
                    .isTrue();
        }
        connect.runUntil(() -> connect.transactionEnds()
                .contains(connect.records().get(connect.records().size() - 1)));
    }

    private Order buy() {
        OrderDraft draft = OrderDraft.of("EUR", 1, new OrderDraft.Line("SHIRT", 1, new BigDecimal("10.00")));
        return ((OrderResult.Placed) store.shop().orders().place(draft)).order();
    }

    private TaskHarness started(String streams) {
        return TaskHarness.started(new BigCommerceSourceConnector(), props(streams), clock);
    }

    private Map<String, String> props(String streams) {
        Map<String, String> props = new HashMap<>();
        props.put("name", "bc-source");
        props.put("channel.instance", "shop-de");
        props.put("bigcommerce.store.hash", store.settings().storeHash());
        props.put("bigcommerce.access.token", store.settings().accessToken());
        props.put(
                "bigcommerce.api.url",
                store.baseUri().toString().replace("/stores/" + store.settings().storeHash(), ""));
        props.put("streams", streams);
        props.put("poll.interval.ms", "1000");
        props.put("http.retry.timeout.ms", "0");
        return props;
    }

    private static String header(SourceRecord record, String name) {
        return (String) record.headers().lastWithName(name).value();
    }
}
