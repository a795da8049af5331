/** Recorded answers of a platform and the unified events that they must give, and how the one is turned into the other. */
package io.unifiedcommerce.tck.conformance.sample;
