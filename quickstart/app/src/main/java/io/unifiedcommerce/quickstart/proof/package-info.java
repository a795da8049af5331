/** Holds what every channel shows against the stock that the orders alone lead to. */
package io.unifiedcommerce.quickstart.proof;
