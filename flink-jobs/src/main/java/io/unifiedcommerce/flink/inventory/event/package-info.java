/** Between unified events and the ledger: events become facts, decisions become events. */
package io.unifiedcommerce.flink.inventory.event;
