/** A platform's own record as it flows: maps and lists of scalars, or a Connect Struct, and how parts of it are found. */
package io.unifiedcommerce.channel.record;
