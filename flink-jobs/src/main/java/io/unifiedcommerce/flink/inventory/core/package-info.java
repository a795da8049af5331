/**
 * The inventory ledger as plain Java: facts go in, decisions come out, time is an argument. Knows neither Flink nor
 * Kafka nor any platform, so that its invariants can be tested over millions of histories.
 */
package io.unifiedcommerce.flink.inventory.core;
