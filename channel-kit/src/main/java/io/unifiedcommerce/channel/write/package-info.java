/**
 * How stock levels and customer profiles are written back to a platform: the commands, what can become of them, and the hook
 * that a channel implements.
 */
package io.unifiedcommerce.channel.write;
