/**
 * How a connector of a channel is configured: the keys that all connectors share, the keys that a channel's manifest
 * declares, and the live check of the credentials.
 */
package io.unifiedcommerce.channel.config;
