/**
 * A Cegid Retail Y2 site that speaks SOAP 1.1 as WCF does. Names are those of clients made from tenants' descriptions; what no
 * such client shows (limits, the order of rows, a service for stock) is an assumption and said to be one.
 */
package io.unifiedcommerce.tck.fake.cegid;
