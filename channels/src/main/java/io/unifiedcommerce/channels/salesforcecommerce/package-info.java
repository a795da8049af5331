/** What Salesforce B2C Commerce needs beside its manifest: inventory exports, stock in two engines, customer attributes. */
package io.unifiedcommerce.channels.salesforcecommerce;
