/** Conversions for Meta's Conversions API, out of orders and interactions. */
package io.unifiedcommerce.meta;
