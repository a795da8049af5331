package io.unifiedcommerce.channel.manifest;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes docs/manifest.md from the records that a manifest is bound to. */
final class ManifestReference {
    private final Set<Class<?>> written = new LinkedHashSet<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();
    private final StringBuilder page = new StringBuilder("""
            # The channel manifest

            Generated from the code; do not edit. A channel's folder holds `channel.yaml`, whose keys are listed here, its mappings
            (see [mapping.md](mapping.md)), its GraphQL documents and its samples. Unknown keys are errors. All errors are told at
            once, with their path and the nearest known key. YAML anchors are not read. Editors complete and check the keys by
            [channel.schema.json](channel.schema.json).

            """);

    String text() {
        page.append("A manifest is of one of three kinds.\n\n");
        section(ApiManifest.class);
        section(DatabaseManifest.class);
        section(EventsManifest.class);
        while (!open.isEmpty()) {
            section(open.poll());
        }
        return page.toString();
    }

    private void section(Class<?> type) {
        if (!written.add(type)) {
            return;
        }
        page.append("## ").append(ManifestTypes.title(type)).append("\n\n");
        if (type.isSealed()) {
            page.append("The key `kind` chooses one of: ")
                    .append(ManifestTypes.variants(type).stream()
                            .map(variant ->
                                    "[`" + ManifestTypes.kind(variant) + "`](#" + ManifestTypes.anchor(variant) + ")")
                            .collect(Collectors.joining(", ")))
                    .append(".\n\n");
            enqueue(ManifestTypes.variants(type));
            return;
        }
        if (type.isAnnotationPresent(Kind.class)) {
            page.append("`kind: ").append(ManifestTypes.kind(type)).append("`\n\n");
        }
        if (type.getRecordComponents().length == 0) {
            page.append("No further keys.\n\n");
            return;
        }
        page.append("| key | value | required | meaning |\n|---|---|---|---|\n");
        for (RecordComponent component : type.getRecordComponents()) {
            row(component);
        }
        page.append('\n');
    }

    private void row(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        page.append("| `")
                .append(StrictBinder.snakeCase(component.getName()))
                .append("` | ")
                .append(value(component.getGenericType()))
                .append(" | ")
                .append(required(setting))
                .append(" | ")
                .append(setting.value())
                .append(" |\n");
    }

    private static String required(Setting setting) {
        return setting.optional() ? "no" : setting.byDefault().isEmpty() ? "yes" : "no, `" + setting.byDefault() + "`";
    }

    private String value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? "list of " + value(arguments[0])
                    : "map of names to " + value(arguments[1]);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord() || raw.isSealed()) {
            enqueue(List.of(raw));
            return "[" + ManifestTypes.title(raw).toLowerCase(Locale.ROOT) + "](#" + ManifestTypes.anchor(raw) + ")";
        } else if (raw.isEnum()) {
            return ManifestTypes.constants(raw).stream()
                    .map(constant -> "`" + constant + "`")
                    .collect(Collectors.joining(", "));
        } else if (raw == Duration.class) {
            return "duration, such as `PT30S`";
        }
        return raw == int.class || raw == Integer.class
                ? "whole number"
                : raw == double.class
                        ? "number"
                        : raw == boolean.class ? "true or false" : raw == String.class ? "text" : "any";
    }

    private void enqueue(List<Class<?>> types) {
        List<Class<?>> fresh = new ArrayList<>(types);
        fresh.removeAll(written);
        open.addAll(fresh);
    }
}
