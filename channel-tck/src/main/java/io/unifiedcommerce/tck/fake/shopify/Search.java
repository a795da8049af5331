package io.unifiedcommerce.tck.fake.shopify;

import java.time.Instant;
import java.util.function.Predicate;

/** A filter made from a search query; nothing updated before {@code updatedFrom} can match. */
record Search<T>(Predicate<T> matches, Instant updatedFrom) {}
