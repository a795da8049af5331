/** The command {@code channel.sh}: makes, checks and tries channel folders. It edits nothing but the folder that it is given. */
package io.unifiedcommerce.cli;
