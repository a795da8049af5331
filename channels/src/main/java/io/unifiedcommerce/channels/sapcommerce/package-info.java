/** Writes to SAP Commerce Cloud through its Integration API (OData 2). */
package io.unifiedcommerce.channels.sapcommerce;
