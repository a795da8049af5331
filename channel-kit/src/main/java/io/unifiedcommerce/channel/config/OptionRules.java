package io.unifiedcommerce.channel.config;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.AuthSpec;
import io.unifiedcommerce.channel.manifest.NearestName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules between a channel's options that no single key can hold. */
final class OptionRules {
    private OptionRules() {}

    static void check(ApiManifest manifest, Map<String, String> props, ChannelValidation validation) {
        misspelt(manifest.options().keySet(), props, validation);
        credentials(manifest.auth(), props, validation);
    }

    /** A key that begins like the channel's own but is none of them would silently have no effect. */
    private static void misspelt(Set<String> options, Map<String, String> props, ChannelValidation validation) {
        Set<String> namespaces = options.stream().map(OptionRules::namespace).collect(Collectors.toSet());
        props.keySet().stream()
                .filter(key -> key.contains(".") && namespaces.contains(namespace(key)) && !options.contains(key))
                .sorted()
                .forEach(key -> validation.error(key, "Unknown option; " + NearestName.hint(key, options)));
    }

    private static void credentials(List<AuthSpec> variants, Map<String, String> props, ChannelValidation validation) {
        boolean chosen =
                variants.stream().anyMatch(variant -> missing(variant, props).isEmpty());
        if (chosen || variants.isEmpty()) {
            return;
        }
        String ways = variants.stream()
                .map(variant -> String.join(" and ", variant.requires()))
                .collect(Collectors.joining(", or "));
        variants.stream()
                .min(Comparator.comparingInt(variant -> missing(variant, props).size()))
                .ifPresent(nearest -> missing(nearest, props)
                        .forEach(key -> validation.error(key, "No credentials are complete: set " + ways)));
    }

    private static List<String> missing(AuthSpec variant, Map<String, String> props) {
        return variant.requires().stream()
                .filter(key -> props.get(key) == null || props.get(key).isBlank())
                .toList();
    }

    private static String namespace(String key) {
        return key.substring(0, key.indexOf('.') + 1);
    }
}
