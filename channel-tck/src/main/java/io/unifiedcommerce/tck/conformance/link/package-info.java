/**
 * Links a channel to a platform in memory and to the contracts that the real one publishes, so that the conformance kit can try
 * requests and writes. An integrator adds a link of their own through ServiceLoader.
 */
package io.unifiedcommerce.tck.conformance.link;
