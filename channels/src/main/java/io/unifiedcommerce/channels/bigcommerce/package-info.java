/** What BigCommerce needs beyond its manifest: the writing of stock and profiles. */
package io.unifiedcommerce.channels.bigcommerce;
