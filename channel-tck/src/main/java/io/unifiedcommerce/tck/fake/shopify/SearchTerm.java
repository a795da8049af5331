package io.unifiedcommerce.tck.fake.shopify;

/**
 * One condition of a search query, for example updated_at:>='2026-11-01T10:00:00Z'.
 *
 * @param field empty for a bare word
 * @param operator one of =, &lt;, &lt;=, &gt;, &gt;=
 */
record SearchTerm(String field, String operator, String value, boolean quoted) {}
