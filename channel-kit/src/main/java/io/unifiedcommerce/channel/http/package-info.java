/** How a platform is called: templates, transport, credentials, quota, retries, and the kinds of failure. */
package io.unifiedcommerce.channel.http;
