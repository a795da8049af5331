package io.unifiedcommerce.quickstart.orders;

import java.math.BigDecimal;

/**
 * One product on an invoice.
 *
 * @param sku stock code in upper case
 * @param units at least 1; the invoice's kind says in which direction they move
 * @param unitPrice pounds sterling, above zero
 */
public record InvoiceLine(String sku, int units, BigDecimal unitPrice) {}
