package io.unifiedcommerce.channel.mapping;

import java.util.List;

/** A compiled expression. Total: gives a value or null, or throws {@link ValueFault}. */
interface Expr {

    Object eval(Object node, Scope scope);

    /** Paths that it reads, relative to its node; a path from the record's start begins with a slash. */
    List<String> paths();

    /** What an error message names as the source. */
    default String source() {
        return paths().isEmpty() ? "constant" : String.join(", ", paths());
    }
}
