/**
 * A Shopify store in memory: the Admin GraphQL API executed against a subset of its schema, cost-based quota, bulk
 * operations, full webhooks, and as much REST as old clients need to read.
 */
package io.unifiedcommerce.tck.fake.shopify;
