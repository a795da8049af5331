/** Who buys what where: the real orders as sales, returns, shipments and cancellations on three channels. */
package io.unifiedcommerce.quickstart.scenario;
