/** A Flink mini cluster as a child process. */
package io.unifiedcommerce.quickstart.runtime;
