/**
 * The real parts of the loop on one machine: broker, Connect worker, till database and Flink, each a child JVM with a
 * class path of its own, all on 127.0.0.1, none outliving this process.
 */
package io.unifiedcommerce.quickstart.stack;
