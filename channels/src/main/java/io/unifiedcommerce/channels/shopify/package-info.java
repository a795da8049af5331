/** What Shopify needs beyond its manifest: bulk jobs, and the writing of stock and profiles. */
package io.unifiedcommerce.channels.shopify;
