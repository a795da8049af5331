/** The source connector for the databases of tills: one store's sales, returns, stock, customers and products, by change data capture. */
package io.unifiedcommerce.pos;
