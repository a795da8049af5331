/**
 * The capture of one store's till database: reads what is there, then follows the server's log, and hands whole records over
 * to the source task.
 */
package io.unifiedcommerce.pos.capture;
