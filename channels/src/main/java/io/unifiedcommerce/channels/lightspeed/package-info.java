/** What is odd about Lightspeed Retail: stock by product ids, adjustments with reasons, four free fields for a profile. */
package io.unifiedcommerce.channels.lightspeed;
