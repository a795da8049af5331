/** Adobe Commerce (Magento): how stock and customer attributes are written. */
package io.unifiedcommerce.channels.adobecommerce;
