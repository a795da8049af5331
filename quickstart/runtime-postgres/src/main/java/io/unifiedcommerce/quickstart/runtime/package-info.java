/** The till's PostgreSQL server as a child process. */
package io.unifiedcommerce.quickstart.runtime;
