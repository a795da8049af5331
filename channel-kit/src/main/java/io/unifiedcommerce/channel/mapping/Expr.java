package io.unifiedcommerce.channel.mapping;

import java.util.List;
import java.util.Map;

/** A compiled expression. Total: gives a value or null, or throws {@link ValueFault}. */
interface Expr {

    Object eval(Object node, Scope scope);

    /** Paths that it reads, relative to its node; a path from the record's start begins with a slash. */
    List<String> paths();

    /**
     * The same paths by the part of the target that they fill: an empty text for all of it, {@code .sku} for a field of a nested
     * record, {@code []} for the elements of a list.
     */
    default Map<String, List<String>> parts() {
        return Map.of("", paths());
    }

    /** What an error message names as the source. */
    default String source() {
        return paths().isEmpty() ? "constant" : String.join(", ", paths());
    }
}
