/** A simulated SAP Commerce Cloud: the Integration API (OData 2) with our integration objects, and the product export of OCC. */
package io.unifiedcommerce.tck.fake.sapcommerce;
