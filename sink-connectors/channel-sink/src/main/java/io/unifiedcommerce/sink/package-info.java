/**
 * Sink connectors that write stock levels and customer profiles to a store. A task takes records on Connect's thread and writes
 * on one of its own; offsets are committed once a record's outcome is reported.
 */
package io.unifiedcommerce.sink;
