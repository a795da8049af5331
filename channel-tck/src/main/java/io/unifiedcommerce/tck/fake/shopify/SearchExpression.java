package io.unifiedcommerce.tck.fake.shopify;

import java.util.List;

/** A search query as a tree. */
sealed interface SearchExpression {
    /** Every part must match. */
    record All(List<SearchExpression> parts) implements SearchExpression {}

    /** One part must match. */
    record Any(List<SearchExpression> parts) implements SearchExpression {}

    /** The part must not match. */
    record Not(SearchExpression part) implements SearchExpression {}

    /** One condition. */
    record Leaf(SearchTerm term) implements SearchExpression {}
}
