/** Lightspeed Retail in memory: its wire formats over the common shop. */
package io.unifiedcommerce.tck.fake.lightspeed;
