/**
 * How requests prove who sends them: a signer for each kind of credentials a manifest can name, and a hook for others.
 */
package io.unifiedcommerce.channel.auth;
