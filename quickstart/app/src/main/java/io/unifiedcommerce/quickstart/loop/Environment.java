package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.stack.TillDatabase;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the configurations ask for as {@code ${env:NAME}}: addresses and secrets, which for a user are those of real shops.
 */
final class Environment {

    private final Map<String, String> common;
    private final Map<String, String> variables = new TreeMap<>();

    Environment(String bootstrapServers) {
        common = Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers, "WEBHOOK_BIND_HOST", Platforms.LOOPBACK);
    }

    /** Fills in what the connectors of a store leave open. */
    void add(Platforms.Store store) {
        URI listener = store.listener();
        Map<String, String> values = new HashMap<>(store.options());
        values.put("webhook.port", Integer.toString(listener.getPort()));
        values.put("webhook.public.url", listener.toString());
        store.channel().connectors().forEach(connector -> fill(connector, values));
    }

    /** Fills in what the till's source leaves open. */
    void add(ConnectorExample source, TillDatabase till) {
        fill(
                source,
                Map.of(
                        "database.hostname",
                        till.host(),
                        "database.port",
                        Integer.toString(till.port()),
                        "database.dbname",
                        TillDatabase.DATABASE,
                        "database.user",
                        TillDatabase.USER,
                        "database.password",
                        "trusted"));
    }

    private void fill(ConnectorExample connector, Map<String, String> values) {
        connector.openOptions().forEach((option, variable) -> {
            String value = common.getOrDefault(variable, values.get(option));
            if (value == null) {
                throw new IllegalStateException(connector.name() + " leaves " + option + " open, and nothing fills it");
            }
            variables.put(variable, value);
        });
    }

    Map<String, String> variables() {
        return variables;
    }
}
