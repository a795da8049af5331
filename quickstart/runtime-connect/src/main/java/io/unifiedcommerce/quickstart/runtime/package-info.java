/** The Connect worker as a child process. */
package io.unifiedcommerce.quickstart.runtime;
