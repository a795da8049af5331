package io.unifiedcommerce.meta;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** The configuration keys of the sink, and what their values may say. */
final class MetaKeys {
    static final String DATASET_ID = "meta.dataset.id";
    static final String ACCESS_TOKEN = "meta.access.token";
    static final String APP_SECRET = "meta.app.secret";
    static final String API_URL = "meta.api.url";
    static final String API_VERSION = "meta.api.version";
    static final String TEST_EVENT_CODE = "meta.test.event.code";
    static final String BATCH_SIZE = "batch.size";
    static final String RETRY_BACKOFF = "retry.backoff.ms";
    static final String RETRY_BACKOFF_MAX = "retry.backoff.max.ms";
    static final String MAX_EVENT_AGE = "max.event.age.ms";
    static final String CONSENT_REQUIRED = "consent.required";
    static final String CONSENT_EXTENSION = "consent.order.extension";
    static final String EVENT_NAMES = "event.names";
    static final String EVENT_SOURCE_URL = "event.source.url";
    static final String DEFAULT_COUNTRY = "default.country";
    static final String VALUE = "purchase.value";
    static final String CONTENT_ID = "content.id";
    static final String LIMITED_DATA_USE = "limited.data.use";

    static final String GRAND_TOTAL = "grand_total";
    static final String ITEMS_SUBTOTAL = "items_subtotal";
    static final String SKU = "sku";
    static final String VARIANT_ID = "variant_id";
    static final String PRODUCT_ID = "product_id";

    private MetaKeys() {}

    /** Reads {@code type:Name} pairs. */
    static Map<String, String> eventNames(List<String> pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String pair : pairs) {
            int colon = pair.indexOf(':');
            if (colon < 1 || colon == pair.length() - 1) {
                throw new ConfigException(EVENT_NAMES, pair, "expected <type of interaction>:<event name of Meta>");
            }
            names.put(
                    pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
        }
        return names;
    }
}
