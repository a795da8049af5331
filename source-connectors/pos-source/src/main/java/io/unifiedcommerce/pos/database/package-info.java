/** A till's PostgreSQL database as the connector uses it directly: checks, replication slot, reads of tables. Never writes. */
package io.unifiedcommerce.pos.database;
