/** What the user sees while the loop runs: rates, lags, connectors, differences between the channels. */
package io.unifiedcommerce.quickstart.live;
