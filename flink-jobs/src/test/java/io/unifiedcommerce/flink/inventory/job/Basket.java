package io.unifiedcommerce.flink.inventory.job;

import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Collects what a job writes. */
final class Basket<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    /** Of this process, in which the test's cluster runs, too: by basket, as Flink copies sinks. */
    private static final ConcurrentMap<String, Queue<Object>> CONTENTS = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();

    Basket() {
        CONTENTS.put(id, new ConcurrentLinkedQueue<>());
    }

    @SuppressWarnings("unchecked")
    Queue<T> content() {
        return (Queue<T>) CONTENTS.get(id);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        Queue<T> content = content();
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context context) {
                content.add(element);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
