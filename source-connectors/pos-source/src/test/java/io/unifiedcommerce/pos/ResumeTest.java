package io.unifiedcommerce.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.pos.till.Till.Line;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest extends TillTest {
    private static final Line SHIRT = new Line("p-55", 1, 24.17);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySaleComesOnceAndWholeHoweverOftenTheTaskIsKilled(long seed) throws SQLException {
        Random random = new Random(seed);
        follow();
        List<String> sold = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (int number = 1; number <= 40; number++) {
            int count = 1 + random.nextInt(5);
            till.sell("s-" + number, number, Collections.nCopies(count, SHIRT), null);
            sold.add("s-" + number);
            lines.add(count);
            switch (random.nextInt(5)) {
                case 0 -> {
                    connect.kill();
                    connect.start();
                }
                case 1 -> connect.commit();
                default -> connect.poll();
            }
        }
        List<SourceRecord> sales = connect.await("sales", 40);

        assertThat(sales).extracting(SourceRecord::key).containsExactlyElementsOf(sold);
        assertThat(sales)
                .extracting(sale -> ((List<?>) ConnectDouble.at(sale, "lines")).size())
                .containsExactlyElementsOf(lines);
        assertThat(sales)
                .extracting(sale -> (String) ConnectDouble.at(sale, "$commit.lsn"))
                .isSorted();
        assertThat(connect.of("payments")).hasSize(40);
    }

    @Test
    void aTransactionInWhichTheTaskIsKilledComesWhole() throws SQLException {
        follow();
        till.sell("large", 1, Collections.nCopies(3_000, SHIRT), null);
        for (int kill = 0; kill < 3; kill++) {
            connect.poll();
            connect.kill();
            connect.start();
        }
        till.sell("next", 2, SHIRT);
        List<SourceRecord> sales = connect.await("sales", 2);

        assertThat(sales).extracting(SourceRecord::key).containsExactly("large", "next");
        assertThat((List<?>) ConnectDouble.at(sales.get(0), "lines")).hasSize(3_000);
        assertThat((List<?>) ConnectDouble.at(sales.get(0), "stock")).hasSize(3_000);
    }

    @Test
    void theServerForgetsNothingThatConnectHasNotStored() throws SQLException {
        follow();
        till.sell("s-1", 1, SHIRT);
        connect.until(open -> !connect.of("sales").isEmpty());
        till.sell("s-2", 2, SHIRT);
        connect.poll();
        long stored = (Long) connect.offset().get("engine.lsn");
        Awaitility.await().until(() -> ConnectDouble.confirmed(till) == stored);
        Awaitility.await().until(() -> {
            connect.poll();
            return connect.of("sales").size() == 2;
        });

        assertThat(ConnectDouble.confirmed(till)).isEqualTo(stored);
    }

    @Test
    void anIdleStoreStillConfirmsSoThatTheLogDoesNotPileUp() throws SQLException {
        follow();
        long before = ConnectDouble.confirmed(till);
        till.execute("CREATE TABLE nobody_captures AS SELECT generate_series(1, 10000) AS n");
        long written = Long.parseLong(till.query("SELECT (pg_current_wal_lsn() - '0/0')::bigint"));
        Awaitility.await().until(() -> {
            connect.poll();
            connect.commit();
            return ConnectDouble.confirmed(till) >= written;
        });

        assertThat(written).isGreaterThan(before);
        assertThat(connect.committed()).last().matches(ConnectDouble::isHeartbeat);
    }

    @Test
    void noSaleIsLostOrDoubledBetweenTheFirstReadAndTheStream() throws SQLException {
        AtomicInteger number = new AtomicInteger();
        AtomicInteger started = new AtomicInteger();
        List<CompletableFuture<Void>> tills = IntStream.range(0, 3)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> sellInPieces(writer, number, started)))
                .toList();
        Awaitility.await().until(() -> started.get() == 3);
        connect.start();
        CompletableFuture.allOf(tills.toArray(CompletableFuture[]::new)).join();
        connect.await("sales", 300);
        till.sell("last", 301, SHIRT);
        List<SourceRecord> sales = connect.await("sales", 301);

        assertThat(sales).extracting(SourceRecord::key).doesNotHaveDuplicates().hasSize(301);
        assertThat(sales).extracting(ConnectDouble::mode).contains("SNAPSHOT", "CDC");
        assertThat(sales)
                .allSatisfy(sale ->
                        assertThat((List<?>) ConnectDouble.at(sale, "lines")).hasSize(1));
    }

    /** Writes the rows of each sale one by one, so that a read finds transactions that are open. */
    private void sellInPieces(int writer, AtomicInteger number, AtomicInteger started) {
        try (Connection connection = till.server().connect(till.database());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 100; i++) {
                String id = "w" + writer + "-" + i;
                statement.execute("INSERT INTO receipts (id, money, datenew) VALUES ('" + id
                        + "', 'm-77', '2026-11-03 10:00:00')");
                statement.execute("INSERT INTO tickets (id, ticketid, person) VALUES ('" + id + "', "
                        + number.incrementAndGet() + ", '0')");
                statement.execute("INSERT INTO ticketlines (ticket, line, product, units, price, taxid) VALUES ('" + id
                        + "', 0, 'p-55', 1, 24.17, '001')");
                connection.commit();
                if (i == 5) {
                    started.incrementAndGet();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void stopsInTimeWhateverItIsDoing() throws SQLException {
        till.sell("many", 1, Collections.nCopies(3_000, SHIRT), null);
        config.put("capture.queue.records", "1");
        for (int i = 0; i < 3; i++) {
            connect.start();
            connect.poll();
            long before = System.nanoTime();
            connect.kill();
            assertThat(System.nanoTime() - before).isLessThan(4_000_000_000L);
        }
    }
}
