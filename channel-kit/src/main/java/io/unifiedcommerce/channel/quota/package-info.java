/**
 * How much a platform allows and how much of it is left: pure bookkeeping on a given time, without threads or waits.
 */
package io.unifiedcommerce.channel.quota;
