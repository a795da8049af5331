/** The Kafka broker as a child process. */
package io.unifiedcommerce.quickstart.runtime;
