/** A BigCommerce store in memory: REST V2 orders, REST V3 for the rest, window quota and thin webhooks. */
package io.unifiedcommerce.tck.fake.bigcommerce;
