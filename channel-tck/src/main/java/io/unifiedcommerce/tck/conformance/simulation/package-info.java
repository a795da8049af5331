/** Platforms made from a manifest alone: listings that page and filter, and limits on calls, both in simulated time. */
package io.unifiedcommerce.tck.conformance.simulation;
