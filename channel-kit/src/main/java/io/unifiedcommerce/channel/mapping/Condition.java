package io.unifiedcommerce.channel.mapping;

import java.util.List;

/** A compiled condition. */
interface Condition {

    boolean test(Object node, Scope scope);

    /** Paths that it reads, as {@link Expr#paths()}. */
    List<String> paths();
}
