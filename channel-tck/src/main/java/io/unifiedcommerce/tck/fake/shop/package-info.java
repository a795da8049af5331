/**
 * The merchant behind a fake platform: catalogue, stock, orders and customers in memory, free of any wire format.
 * Each fake renders this state in its own platform's words.
 */
package io.unifiedcommerce.tck.fake.shop;
