package io.unifiedcommerce.channel.quota;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A figure in a response header. What cannot be read counts as not told: a platform's slip must not stop its streams.
 */
final class HeaderNumber {
    private HeaderNumber() {}

    static OptionalDouble of(Map<String, String> headers, String name) {
        return parse(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    static OptionalDouble parse(String text) {
        if (text == null) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(text.trim());
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
