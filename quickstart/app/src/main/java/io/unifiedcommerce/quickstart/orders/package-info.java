/** Real orders of an online retailer, read from the data set in this module; see its attribution file. */
package io.unifiedcommerce.quickstart.orders;
