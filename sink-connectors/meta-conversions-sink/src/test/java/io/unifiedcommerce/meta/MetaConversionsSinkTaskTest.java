package io.unifiedcommerce.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.channel.config.TransportKeys;
import io.unifiedcommerce.channel.http.HttpStack;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Order;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The task against a Meta that refuses whole requests. */
class MetaConversionsSinkTaskTest {
    private static final Clock CLOCK = Clock.fixed(Sold.NOW, ZoneOffset.UTC);

    private FakeMeta meta;
    private TaskContext context;
    private MetaConversionsSinkTask task;

    @BeforeEach
    void open() throws IOException {
        meta = FakeMeta.start(CLOCK);
        start(true);
    }

    @AfterEach
    void close() {
        task.stop();
        meta.close();
    }

    @Test
    void ordersAndInteractionsBecomeEvents() {
        task.put(List.of(
                Sold.record(Entity.ORDER, Sold.allowed("o-1").build(), 0),
                Sold.record(Entity.INTERACTION, Sold.view("v-1").build(), 0)));

        assertThat(meta.counted()).containsOnlyKeys("Purchase order:till-lyon:o-1", "ViewContent browser-v-1");
        assertThat(meta.requests()).hasSize(1);
        JsonNode value = meta.requests().get(0).at("/data/0/custom_data/value");
        assertThat(value.isNumber()).isTrue();
        assertThat(value.decimalValue()).isEqualByComparingTo("58");
    }

    @Test
    void oneWrongEventIsPutAsideAndTheOthersAreTaken() {
        List<SinkRecord> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Order.Builder order = Sold.allowed("o-" + i);
            if (i == 13) {
                order.setCurrency("eur");
            }
            records.add(Sold.record(Entity.ORDER, order.build(), i));
        }

        task.put(records);

        assertThat(meta.counted()).hasSize(19).doesNotContainKey("Purchase order:till-lyon:o-13");
        assertThat(context.deadLetters()).containsExactly(records.get(13));
        assertThat(context.reasons().get(0)).contains("code 100").contains("Atrace");
    }

    @Test
    void whatIsNoOrderIsPutAside() {
        SinkRecord broken = new SinkRecord("commerce.orders.v1", 0, null, "k", null, "not an order", 0);
        SinkRecord other = new SinkRecord("elsewhere", 0, null, "k", null, "x", 0);

        task.put(List.of(
                broken, other, Sold.record(Entity.ORDER, Sold.allowed("o-1").build(), 1)));

        assertThat(context.deadLetters()).containsExactly(broken, other);
        assertThat(meta.counted()).hasSize(1);
    }

    @Test
    void withoutADeadLetterQueueARecordAtFaultFailsTheTask() {
        task.stop();
        start(false);
        SinkRecord broken = new SinkRecord("commerce.orders.v1", 0, null, "k", null, "not an order", 0);
        assertThatThrownBy(() -> task.put(List.of(broken))).isInstanceOf(DataException.class);
    }

    @Test
    void whileMetaTakesNothingTheSameRecordsAreTriedAgainAndCountOnce() {
        MockResponse cut = new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseSocket())
                .build();
        MockResponse page =
                new MockResponse.Builder().body("<html>Sorry</html>").build();
        meta.next(FakeMeta.error(500, 2, true), FakeMeta.error(400, 80_004, false), cut, page);
        List<SinkRecord> records = IntStream.range(0, 5)
                .mapToObj(i -> Sold.record(Entity.ORDER, Sold.allowed("o-" + i).build(), i))
                .toList();

        int failures = 0;
        boolean taken = false;
        while (!taken) {
            try {
                task.put(records);
                taken = true;
            } catch (RetriableException e) {
                failures++;
                assertThat(context.timeout()).isPositive();
            }
        }

        assertThat(failures).isBetween(3, 4);
        assertThat(meta.counted()).hasSize(5);
        assertThat(meta.copies()).isZero();
        assertThat(context.deadLetters()).isEmpty();
    }

    @Test
    void whatWasTakenBeforeAFailureIsNotSentAgain() {
        task.stop();
        start(true, "batch.size", "2");
        List<SinkRecord> records = IntStream.range(0, 4)
                .mapToObj(i -> Sold.record(Entity.ORDER, Sold.allowed("o-" + i).build(), i))
                .toList();
        Order.Builder wrong = Sold.allowed("o-4");
        wrong.setCurrency("eur");
        List<SinkRecord> all = new ArrayList<>(records);
        all.add(0, Sold.record(Entity.ORDER, wrong.build(), 4));
        // first request: refused and split; then the failure
        assertThatThrownBy(() -> {
                    meta.next();
                    task.put(all.subList(0, 1));
                    meta.next(FakeMeta.error(500, 1, true));
                    task.put(all);
                })
                .isInstanceOf(RetriableException.class);

        task.put(all);

        assertThat(meta.counted()).hasSize(4);
        assertThat(meta.copies()).isZero();
    }

    @Test
    void aTokenThatNoLongerHoldsFailsTheTaskAndSaysWhatToDo() {
        meta.next(FakeMeta.error(400, 190, false));
        assertThatThrownBy(() -> task.put(
                        List.of(Sold.record(Entity.ORDER, Sold.allowed("o-1").build(), 0))))
                .isInstanceOf(ConnectException.class)
                .isNotInstanceOf(RetriableException.class)
                .hasMessageContaining("meta.access.token")
                .hasMessageNotContaining("token-of-the-test");
    }

    @Test
    void theTokenIsInTheBodyAndNoPersonIsReadable() {
        task.put(List.of(Sold.record(Entity.ORDER, Sold.allowed("o-1").build(), 0)));

        assertThat(meta.requests().get(0).toString())
                .doesNotContainIgnoringCase("nadia")
                .doesNotContain("00 00 11");
        assertThat(meta.requests().get(0).path("partner_agent").asText()).isEqualTo("unified-commerce-connect");
    }

    private void start(boolean deadLetterQueue, String... more) {
        context = new TaskContext(deadLetterQueue);
        task = new MetaConversionsSinkTask(
                config -> new GraphApi(HttpStack.client(TransportKeys.settings(config)), MetaSettings.of(config)),
                CLOCK);
        task.initialize(context);
        var props = Settings.props(more);
        props.put("meta.api.url", meta.url());
        task.start(props);
    }
}
