/**
 * Platforms in memory that speak the real wire format and misbehave on demand. This package holds what every fake
 * shares: the server, faults, webhooks, the request log and the clock.
 */
package io.unifiedcommerce.tck.fake;
