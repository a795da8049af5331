/** Texts and JSON with placeholders such as {@code ${window.from}}, compiled once and filled in for each request. */
package io.unifiedcommerce.channel.template;
