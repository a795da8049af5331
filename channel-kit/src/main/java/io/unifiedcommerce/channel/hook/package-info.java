/** Interfaces that a channel's Java code implements where its platform is odd, found by ServiceLoader and short name. */
package io.unifiedcommerce.channel.hook;
