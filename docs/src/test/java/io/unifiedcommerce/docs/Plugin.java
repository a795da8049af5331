package io.unifiedcommerce.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Connector;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.transforms.Transformation;
import org.apache.kafka.connect.transforms.predicates.Predicate;

/**
 * One Connect plugin of this project, found as a worker finds it.
 *
 * @param page the page of docs/connectors that describes it
 */
record Plugin(String page, String kind, Class<?> type, ConfigDef config) {
    private static final Map<String, String> PAGES = Map.of(
            "io.unifiedcommerce.source", "channel-source",
            "io.unifiedcommerce.pos", "pos-source",
            "io.unifiedcommerce.interaction", "interaction-source",
            "io.unifiedcommerce.sink", "channel-sink",
            "io.unifiedcommerce.meta", "meta-conversions-sink",
            "io.unifiedcommerce.smt", "transforms");

    /** All of them, sorted by name. */
    static List<Plugin> all() {
        List<Plugin> plugins = new ArrayList<>();
        add(plugins, "Source connector", SourceConnector.class, Connector::config);
        add(plugins, "Sink connector", SinkConnector.class, Connector::config);
        add(plugins, "Transform", Transformation.class, plugin -> plugin.config());
        add(plugins, "Predicate", Predicate.class, plugin -> plugin.config());
        add(plugins, "Converter", Converter.class, Converter::config);
        plugins.sort(Comparator.comparing((Plugin p) -> p.page).thenComparing(p -> p.type.getSimpleName()));
        return plugins;
    }

    private static <T> void add(List<Plugin> plugins, String kind, Class<T> service, Function<T, ConfigDef> config) {
        ServiceLoader.load(service).stream()
                .filter(provider -> PAGES.containsKey(provider.type().getPackageName()))
                .forEach(provider -> plugins.add(new Plugin(
                        PAGES.get(provider.type().getPackageName()),
                        kind,
                        provider.type(),
                        config.apply(provider.get()))));
    }
}
