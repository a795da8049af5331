package io.unifiedcommerce.pos.record;

import io.unifiedcommerce.channel.manifest.DatabaseManifest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a merchant's options make of values in rows, such as the name of a location. Immutable. */
public final class Translations {
    private final DatabaseManifest manifest;
    private final Map<String, Map<String, String>> pairs;

    private Translations(DatabaseManifest manifest, Map<String, Map<String, String>> pairs) {
        this.manifest = manifest;
        this.pairs = pairs;
    }

    /**
     * @param options values of the manifest's options; a list is its entries joined by commas
     * @throws IllegalArgumentException when an entry is no pair value:translation
     */
    public static Translations of(DatabaseManifest manifest, Map<String, String> options) {
        Map<String, Map<String, String>> pairs = new LinkedHashMap<>();
        manifest.tables()
                .values()
                .forEach(table -> table.translate()
                        .values()
                        .forEach(spec -> pairs.computeIfAbsent(spec.by(), by -> parse(by, options.get(by)))));
        return new Translations(manifest, pairs);
    }

    private static Map<String, String> parse(String option, String list) {
        Map<String, String> parsed = new LinkedHashMap<>();
        for (String entry : list == null || list.isBlank() ? new String[0] : list.split(",")) {
            int colon = entry.indexOf(':');
            if (colon < 1 || colon == entry.length() - 1) {
                throw new IllegalArgumentException(
                        option + " must be pairs value:translation, such as 0:paris-opera; this is none: " + entry);
            }
            parsed.put(
                    entry.substring(0, colon).trim(), entry.substring(colon + 1).trim());
        }
        return parsed;
    }

    /** Puts the translations of a row's values into it. */
    public void addTo(String table, Map<String, Object> row) {
        manifest.tables().get(table).translate().forEach((key, spec) -> {
            Object value = row.get(spec.of());
            String translation = value == null ? null : pairs.get(spec.by()).get(value.toString());
            if (translation != null) {
                row.put(key, translation);
            } else if (spec.keep()) {
                row.put(key, value);
            }
        });
    }
}
