/** How rows that one database transaction wrote become whole records, such as a sale with its lines and payments. */
package io.unifiedcommerce.pos.record;
