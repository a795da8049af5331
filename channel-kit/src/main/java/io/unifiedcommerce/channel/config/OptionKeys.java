package io.unifiedcommerce.channel.config;

import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.manifest.OptionSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

/** Turns the options that a manifest declares into keys of a connector's ConfigDef, and their values into texts. */
public final class OptionKeys {
    private OptionKeys() {}

    /** Adds one key for each option, in the manifest's order. */
    public static void define(ChannelManifest manifest, ConfigDef def) {
        Map<String, Integer> orderInGroup = new HashMap<>();
        manifest.options()
                .forEach((key, option) -> def.define(
                        key,
                        type(option),
                        defaultValue(option),
                        validator(option),
                        ConfigDef.Importance.valueOf(option.importance().name()),
                        option.doc(),
                        option.group(),
                        orderInGroup.merge(option.group(), 1, Integer::sum),
                        option.type() == OptionSpec.Type.BOOLEAN ? ConfigDef.Width.SHORT : ConfigDef.Width.LONG,
                        option.displayName() == null ? displayName(key) : option.displayName(),
                        option.oneOf().isEmpty() ? null : new OneOf(option.oneOf())));
    }

    /**
     * The options that have a value, as templates need them: lists joined by commas, addresses without a slash at the end.
     * Holds secrets in clear; never log it.
     */
    public static Map<String, String> values(ChannelManifest manifest, AbstractConfig config) {
        Map<String, String> values = new LinkedHashMap<>();
        manifest.options().forEach((key, option) -> {
            Object value = config.values().get(key);
            if (value != null) {
                values.put(key, text(option, value));
            }
        });
        return values;
    }

    private static String text(OptionSpec option, Object value) {
        if (value instanceof Password password) {
            return password.value();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        String text = value.toString();
        return option.validator() == OptionSpec.Validator.URL ? text.replaceFirst("/+$", "") : text;
    }

    private static ConfigDef.Type type(OptionSpec option) {
        return option.type() == OptionSpec.Type.DURATION
                ? ConfigDef.Type.STRING
                : ConfigDef.Type.valueOf(option.type().name());
    }

    private static Object defaultValue(OptionSpec option) {
        return option.byDefault() != null ? option.byDefault() : option.optional() ? null : ConfigDef.NO_DEFAULT_VALUE;
    }

    private static ConfigDef.Validator validator(OptionSpec option) {
        if (option.validator() != null) {
            return OptionShape.of(option.validator()).validator();
        }
        if (option.type() == OptionSpec.Type.DURATION) {
            return OptionShape.DURATION.validator();
        }
        return option.oneOf().isEmpty() ? null : new OneOf(option.oneOf());
    }

    private static String displayName(String key) {
        String words = key.substring(key.indexOf('.') + 1).replace('.', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
