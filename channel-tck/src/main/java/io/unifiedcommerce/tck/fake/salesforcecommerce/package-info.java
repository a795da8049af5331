/** Salesforce B2C Commerce in memory: Account Manager, Commerce API, Omnichannel Inventory and OCAPI Data. */
package io.unifiedcommerce.tck.fake.salesforcecommerce;
