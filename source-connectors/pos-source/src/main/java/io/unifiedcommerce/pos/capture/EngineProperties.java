package io.unifiedcommerce.pos.capture;

import io.debezium.connector.postgresql.PostgresConnector;
import io.unifiedcommerce.pos.database.TillAddress;
import io.unifiedcommerce.pos.database.TillKeys;
import io.unifiedcommerce.pos.record.RecordPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Debezium's PostgreSQL task is told. Holds the password in clear; never log it. */
final class EngineProperties {
    /**
     * Writes a message into the log so that an idle store has something to confirm while other databases of the server fill the
     * log. It needs no table and no right; servers before version 14 do not send it to us.
     */
    private static final String HEARTBEAT = "SELECT pg_logical_emit_message(false, 'unified-commerce', 'heartbeat')";

    private EngineProperties() {}

    static Map<String, String> of(RecordPlan plan, CaptureSettings settings) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("connector.class", PostgresConnector.class.getName());
        properties.put("name", settings.provenance().instance());
        properties.put("topic.prefix", settings.provenance().instance());
        properties.put("task.id", "0");
        address(settings.address(), properties);
        properties.put("plugin.name", "pgoutput");
        properties.put(TillKeys.SLOT, settings.capture().slot());
        properties.put(TillKeys.PUBLICATION, settings.capture().publication());
        // The publication is made with exactly the tables that were checked: Debezium's own default would publish all
        // tables, and the server then refuses updates of those without a key.
        properties.put("publication.autocreate.mode", "disabled");
        properties.put("snapshot.mode", "no_data");
        properties.put("provide.transaction.metadata", "true");
        properties.put("tombstones.on.delete", "false");
        properties.put("skipped.operations", "none");
        properties.put("decimal.handling.mode", "string");
        properties.put("binary.handling.mode", "hex");
        properties.put("time.precision.mode", "adaptive_time_microseconds");
        tables(plan, properties);
        properties.put("poll.interval.ms", Long.toString(settings.pollInterval().toMillis()));
        if (!settings.heartbeat().isZero()) {
            properties.put(
                    "heartbeat.interval.ms", Long.toString(settings.heartbeat().toMillis()));
            properties.put("heartbeat.action.query", HEARTBEAT);
        }
        // Only by writing does Debezium notice that a server is gone which did not say so.
        properties.put("status.update.interval.ms", "2000");
        // The capture itself goes on after a fault, from what it has handed over; Debezium would go on from what Kafka
        // has and bring the rest a second time.
        properties.put("errors.max.retries", "0");
        properties.put("slot.max.retries", "0");
        properties.put("retriable.restart.connector.wait.ms", "1");
        properties.put("offset.mismatch.strategy", "no_validation");
        properties.put("executor.shutdown.timeout.ms", "1000");
        return properties;
    }

    private static void address(TillAddress address, Map<String, String> properties) {
        properties.put(TillKeys.HOST, address.host());
        properties.put(TillKeys.PORT, Integer.toString(address.port()));
        properties.put(TillKeys.USER, address.user());
        properties.put(TillKeys.PASSWORD, address.password().value());
        properties.put(TillKeys.DATABASE, address.database());
        properties.put(TillKeys.SSL_MODE, address.sslMode());
        if (address.sslRootCertificate() != null) {
            properties.put(TillKeys.SSL_ROOT_CERTIFICATE, address.sslRootCertificate());
        }
    }

    private static void tables(RecordPlan plan, Map<String, String> properties) {
        String schema = plan.manifest().schema();
        properties.put(
                "table.include.list",
                plan.manifest().tables().keySet().stream()
                        .map(table -> literal(schema + "." + table))
                        .collect(Collectors.joining(",")));
        List<String> excluded = new ArrayList<>();
        plan.manifest()
                .tables()
                .forEach((name, table) ->
                        table.exclude().forEach(column -> excluded.add(literal(schema + "." + name + "." + column))));
        if (!excluded.isEmpty()) {
            properties.put("column.exclude.list", String.join(",", excluded));
        }
    }

    /** The name as a regular expression for itself. */
    private static String literal(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "\\\\$0");
    }
}
