package io.unifiedcommerce.channel.manifest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that a misspelt one was most likely meant to be. */
public final class NearestName {
    private NearestName() {}

    /** The known name within a third of the given name's length in edits, or empty. */
    public static Optional<String> of(String name, Collection<String> known) {
        int limit = Math.max(2, name.length() / 3);
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= limit)
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A sentence that ends an "unknown …" message: the nearest name, or all of them when they are few. */
    public static String hint(String name, Collection<String> known) {
        return of(name, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() ->
                        "known are " + String.join(", ", known.stream().sorted().toList()));
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
