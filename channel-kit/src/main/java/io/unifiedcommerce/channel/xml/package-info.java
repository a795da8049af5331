/** XML as requests and answers have it: documents with placeholders, and answers read into the same trees as JSON. */
package io.unifiedcommerce.channel.xml;
