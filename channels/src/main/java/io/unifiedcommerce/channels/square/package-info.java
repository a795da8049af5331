/** How Square takes commands. */
package io.unifiedcommerce.channels.square;
