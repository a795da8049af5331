package io.unifiedcommerce.sourcekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RecordBufferTest {
    private static final Duration NO_TIME = Duration.ZERO;

    @Test
    void givesRecordsInOrderAndNoMoreThanAskedFor() throws InterruptedException {
        RecordBuffer buffer = new RecordBuffer(10, 1_000);
        List<Outgoing> records = List.of(record(1), record(2), record(3));
        for (Outgoing record : records) {
            buffer.put(record);
        }
        assertThat(buffer.take(2, NO_TIME)).containsExactlyElementsOf(records.subList(0, 2));
        assertThat(buffer.isEmpty()).isFalse();
        assertThat(buffer.take(2, NO_TIME)).containsExactly(records.get(2));
        assertThat(buffer.take(2, NO_TIME)).isEmpty();
    }

    @Test
    void waitsForRoomInRecordsAndInBytes() throws InterruptedException {
        for (RecordBuffer buffer : List.of(new RecordBuffer(1, 1_000), new RecordBuffer(10, 150))) {
            buffer.put(record(100));
            CompletableFuture<Void> second = putting(buffer, record(100));
            assertThat(second).isNotDone();
            assertThat(buffer.take(10, NO_TIME)).hasSize(1);
            await().until(second::isDone);
            assertThat(buffer.take(10, NO_TIME)).hasSize(1);
        }
    }

    @Test
    void aRecordLargerThanTheRoomPassesAlone() throws InterruptedException {
        RecordBuffer buffer = new RecordBuffer(10, 50);
        buffer.put(record(100));
        assertThat(buffer.take(10, NO_TIME)).hasSize(1);
    }

    @Test
    void closingEndsAllWaiting() throws InterruptedException {
        RecordBuffer buffer = new RecordBuffer(1, 1_000);
        buffer.put(record(1));
        CompletableFuture<Void> waiting = putting(buffer, record(1));
        buffer.close();
        assertThatThrownBy(waiting::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void offersAllOrNothing() throws InterruptedException {
        RecordBuffer buffer = new RecordBuffer(3, 100);
        assertThat(buffer.offer(List.of(record(10), record(10)))).isTrue();
        assertThat(buffer.offer(List.of(record(10), record(10))))
                .as("a fourth record")
                .isFalse();
        assertThat(buffer.offer(List.of(record(90)))).as("110 bytes").isFalse();
        assertThat(buffer.offer(List.of(record(80)))).isTrue();
        assertThat(buffer.take(10, NO_TIME)).hasSize(3);
        buffer.close();
        assertThat(buffer.offer(List.of(record(1)))).as("closed").isFalse();
    }

    private static CompletableFuture<Void> putting(RecordBuffer buffer, Outgoing record) {
        return CompletableFuture.runAsync(() -> {
            try {
                buffer.put(record);
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }

    private static Outgoing record(int bytes) {
        return new Outgoing(null, bytes, true);
    }
}
