/** Where channel folders are found, and how one is read whole. */
package io.unifiedcommerce.channel.folder;
