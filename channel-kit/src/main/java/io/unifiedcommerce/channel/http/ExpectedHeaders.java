package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when a platform serves something else than was asked for, above all another version of its API: Shopify serves the
 * oldest supported version for one that has expired, without an error.
 */
final class ExpectedHeaders {
    private static final Logger LOG = LoggerFactory.getLogger(ExpectedHeaders.class);

    private final Map<String, String> expected = new HashMap<>();
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    ExpectedHeaders(Map<String, String> templates, Map<String, String> options) {
        templates.forEach((name, text) -> expected.put(
                name.toLowerCase(Locale.ROOT), TextTemplate.compile(text).text(Values.ofOptions(options))));
    }

    void check(Map<String, String> headers) {
        expected.forEach((name, value) -> {
            String told = headers.get(name);
            if (told != null && !told.equals(value) && warned.add(name)) {
                LOG.warn("The platform answers with {} {} where {} was asked for; check the option", name, told, value);
            }
        });
    }
}
