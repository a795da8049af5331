/** Measurements of the hot path, with their recipe in benchmarks/README.md. */
package io.unifiedcommerce.benchmarks;
