package io.unifiedcommerce.pos;

import io.debezium.embedded.Connect;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.unifiedcommerce.pos.till.Till;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.MemoryOffsetBackingStore;

/** Debezium's own engine, which nobody here wrote, reads rows of the same till by a replication slot of its own. */
final class EngineWitness implements AutoCloseable {
    private static final String SLOT = "witness";

    private final Till till;
    private final List<Struct> inserted = new CopyOnWriteArrayList<>();
    private volatile IllegalStateException failure;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final DebeziumEngine<ChangeEvent<SourceRecord, SourceRecord>> engine;

    /**
     * From now on it misses nothing, for its slot is there.
     *
     * @param connector configuration of the connector that captures the same till; its publication is read, too
     */
    EngineWitness(Till till, Map<String, String> connector, String table) throws SQLException {
        this.till = till;
        till.execute("SELECT pg_create_logical_replication_slot('" + SLOT + "', 'pgoutput')");
        Properties properties = new Properties();
        properties.putAll(connector);
        properties.put("name", SLOT);
        properties.put("topic.prefix", SLOT);
        properties.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        properties.put("offset.storage", MemoryOffsetBackingStore.class.getName());
        properties.put("plugin.name", "pgoutput");
        properties.put("slot.name", SLOT);
        properties.put("publication.name", till.query("SELECT pubname FROM pg_publication"));
        properties.put("publication.autocreate.mode", "disabled");
        properties.put("snapshot.mode", "no_data");
        properties.put("table.include.list", "public." + table);
        engine = DebeziumEngine.create(Connect.class)
                .using(properties)
                .notifying(this::take)
                .using((success, message, error) ->
                        failure = success ? null : new IllegalStateException(message, error))
                .build();
        thread.execute(engine);
    }

    private void take(ChangeEvent<SourceRecord, SourceRecord> event) {
        if (event.value().value() instanceof Struct change
                && change.schema().field("op") != null
                && "c".equals(change.getString("op"))) {
            inserted.add(change.getStruct("after"));
        }
    }

    /** Rows that were inserted, in the order of their commits. */
    List<Struct> inserted() {
        if (failure != null) {
            throw failure;
        }
        return List.copyOf(inserted);
    }

    @Override
    public void close() throws IOException, SQLException {
        engine.close();
        thread.shutdown();
        till.execute("SELECT pg_drop_replication_slot('" + SLOT + "')");
    }
}
