/** Reads the ledger's configuration file and names every mistake in it at once. */
package io.unifiedcommerce.flink.inventory.config;
