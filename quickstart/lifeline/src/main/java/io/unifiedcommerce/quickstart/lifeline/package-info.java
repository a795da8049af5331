/** What ends a child JVM of the quickstart when its parent is gone. */
package io.unifiedcommerce.quickstart.lifeline;
