/** The inventory ledger as a Flink job: thin functions around the core, sources and sinks around the functions. */
package io.unifiedcommerce.flink.inventory.job;
