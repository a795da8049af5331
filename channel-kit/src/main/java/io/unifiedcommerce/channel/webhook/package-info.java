/** Notifications that platforms send: whether they are genuine, and what they hint at. */
package io.unifiedcommerce.channel.webhook;
