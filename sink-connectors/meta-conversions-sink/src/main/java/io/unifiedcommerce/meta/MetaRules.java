package io.unifiedcommerce.meta;

import java.util.List;
import okhttp3.HttpUrl;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** What values of keys must be. An option that is not set keeps every rule. */
final class MetaRules {
    static final Validator DATASET = matching("\\d+", "the number of a dataset (pixel)");
    static final Validator VERSION = matching("v\\d+\\.\\d+", "a version such as v26.0");
    static final Validator ADDRESS = LambdaValidator.with(MetaRules::ensureAddress, () -> "an address");
    static final Validator EVENT_NAMES = LambdaValidator.with(MetaRules::ensureNames, () -> "type:Name pairs");
    static final Validator COUNTRY = LambdaValidator.with(MetaRules::ensureCountry, () -> "two letters");

    private MetaRules() {}

    private static Validator matching(String pattern, String expected) {
        return LambdaValidator.with(
                (key, value) -> {
                    if (value != null && !value.toString().matches(pattern)) {
                        throw new ConfigException(key, value, "expected " + expected);
                    }
                },
                () -> expected);
    }

    private static void ensureAddress(String key, Object value) {
        if (value != null && HttpUrl.parse(value.toString()) == null) {
            throw new ConfigException(key, value, "expected an address that begins with https://");
        }
    }

    private static void ensureCountry(String key, Object value) {
        if (value != null && Normalise.country(value.toString()) == null) {
            throw new ConfigException(key, value, "expected two letters, such as FR");
        }
    }

    @SuppressWarnings("unchecked")
    private static void ensureNames(String key, Object value) {
        MetaKeys.eventNames((List<String>) value);
    }
}
