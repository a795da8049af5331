/** Answers requests that bring events: who may send, how much, and what is in the body. */
package io.unifiedcommerce.interaction.collect;
