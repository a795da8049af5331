/** Everything that runs: platforms, broker, worker with its connectors, till and Flink job; and what is broken on purpose. */
package io.unifiedcommerce.quickstart.loop;
