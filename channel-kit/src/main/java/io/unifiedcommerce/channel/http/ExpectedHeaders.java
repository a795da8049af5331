package io.unifiedcommerce.channel.http;

import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notices when a platform serves something else than was asked for, above all another version of its API: Shopify
 * serves the oldest supported version for one that has expired, without an error.
 */
final class ExpectedHeaders {
    private final Map<String, String> expected = new LinkedHashMap<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    ExpectedHeaders(Map<String, String> templates, Map<String, String> options) {
        templates.forEach((name, text) -> expected.put(
                name.toLowerCase(Locale.ROOT), TextTemplate.compile(text).text(Values.ofOptions(options))));
    }

    /** A sentence for each header that is not as expected, the first time that it is not. */
    List<String> newlyBroken(Map<String, String> headers) {
        return expected.entrySet().stream()
                .filter(header -> headers.containsKey(header.getKey()))
                .filter(header -> !headers.get(header.getKey()).equals(header.getValue()))
                .filter(header -> reported.add(header.getKey()))
                .map(header -> "The platform answers with " + header.getKey() + " " + headers.get(header.getKey())
                        + " where " + header.getValue() + " was asked for; check the option")
                .toList();
    }
}
