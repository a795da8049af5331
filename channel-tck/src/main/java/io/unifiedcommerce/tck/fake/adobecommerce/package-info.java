/**
 * Adobe Commerce (Magento) in memory: the REST API V1 with its search criteria, signed requests and Multi-Source Inventory.
 * Facts: AdobeDocs/commerce-webapi, and the issues of magento/magento2 and magento/inventory where it misbehaves.
 */
package io.unifiedcommerce.tck.fake.adobecommerce;
