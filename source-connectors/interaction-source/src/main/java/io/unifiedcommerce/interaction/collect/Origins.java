package io.unifiedcommerce.interaction.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The origins that a site's browsers may have (RFC 6454), such as {@code https://www.shop.example}; {@code https://*.shop.example}
 * stands for all hosts below, {@code null} for a sandboxed frame, and {@code *} for any origin. It keeps other sites' pages from
 * sending; it proves nothing of a sender that is no browser.
 */
public final class Origins {
    private static final Pattern SHAPE = Pattern.compile(
            "\\*|null|[a-z][a-z0-9+.-]*://(\\*\\.)?[a-z0-9._-]+(:\\d{1,5})?|https?://\\[[0-9a-f:.]+](:\\d{1,5})?");

    private final List<Pattern> patterns = new ArrayList<>();

    /** @throws IllegalArgumentException for a pattern that no origin can fit */
    public Origins(List<String> patterns) {
        patterns.forEach(this::add);
    }

    private void add(String pattern) {
        String lower = pattern.toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(lower).matches()) {
            throw new IllegalArgumentException("'" + pattern
                    + "' is no origin; write scheme and host without a path, such as https://www.shop.example");
        }
        // The dot stays: https://*.shop.example is not https://badshop.example.
        patterns.add(Pattern.compile(
                lower.equals("*") ? ".*" : Pattern.quote(lower).replace("://*.", "://\\E[a-z0-9._-]+\\.\\Q")));
    }

    /** Whether a browser may say that it comes from there. */
    public boolean allow(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(pattern -> pattern.matcher(lower).matches());
    }

    /** Whether no origin is allowed at all. */
    public boolean isEmpty() {
        return patterns.isEmpty();
    }
}
