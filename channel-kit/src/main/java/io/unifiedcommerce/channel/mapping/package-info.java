/**
 * From a platform's own record to a unified event. A mapping file is compiled once, bound to the unified schema, into
 * closures; every operator is total, so that a record either maps or says, for all its faults at once, where and why not.
 */
package io.unifiedcommerce.channel.mapping;
