/** Source connectors for commerce platforms: what is configured, how streams are spread over tasks, and how a task runs. */
package io.unifiedcommerce.source;
