/** The commerce platforms that the quickstart can run: their simulated stores, and how the loop is told of each. */
package io.unifiedcommerce.quickstart.platform;
