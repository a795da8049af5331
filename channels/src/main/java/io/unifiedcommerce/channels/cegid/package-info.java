/** What Cegid Retail Y2 needs beyond its manifest: the writing of customers, and of stock where a tenant says how. */
package io.unifiedcommerce.channels.cegid;
