package io.unifiedcommerce.docs;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** Writes one page of docs/connectors from the ConfigDefs of its plugins. */
final class ConfigReference {
    private final StringBuilder page = new StringBuilder();

    static String page(List<Plugin> plugins) {
        ConfigReference reference = new ConfigReference();
        reference
                .page
                .append("# ")
                .append(plugins.get(0).page().replace('-', ' '))
                .append("\n\nGenerated from the code; do not edit.\n");
        plugins.forEach(reference::plugin);
        return reference.page.toString();
    }

    private void plugin(Plugin plugin) {
        page.append("\n## ").append(plugin.type().getSimpleName()).append("\n\n");
        page.append(plugin.kind()).append(" `").append(plugin.type().getName()).append("`\n");
        if (plugin.config().configKeys().isEmpty()) {
            page.append("\nNothing to configure.\n");
        }
        groups(plugin.config()).forEach(this::group);
    }

    private static Map<String, List<ConfigKey>> groups(ConfigDef config) {
        Collection<ConfigKey> keys = config.configKeys().values();
        return keys.stream()
                .filter(key -> !key.internalConfig)
                .sorted(Comparator.comparingInt(
                                (ConfigKey key) -> config.groups().indexOf(key.group))
                        .thenComparingInt(key -> key.orderInGroup)
                        .thenComparing(key -> key.name))
                .collect(Collectors.groupingBy(
                        key -> key.group == null ? "Options" : key.group, LinkedHashMap::new, Collectors.toList()));
    }

    private void group(String name, List<ConfigKey> keys) {
        page.append("\n### ").append(name).append("\n\n");
        page.append("| key | type | default | importance | meaning |\n|---|---|---|---|---|\n");
        keys.forEach(key -> page.append("| `")
                .append(key.name)
                .append("` | ")
                .append(key.type.name().toLowerCase(Locale.ROOT))
                .append(" | ")
                .append(byDefault(key))
                .append(" | ")
                .append(key.importance.name().toLowerCase(Locale.ROOT))
                .append(" | ")
                .append(cell(key.documentation))
                .append(key.validator == null ? "" : " Allowed: " + cell(key.validator.toString()) + ".")
                .append(" |\n"));
    }

    private static String byDefault(ConfigKey key) {
        if (!key.hasDefault()) {
            return "**required**";
        }
        String value = ConfigDef.convertToString(key.defaultValue, key.type);
        return value == null || value.isEmpty() ? "–" : "`" + cell(value) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
