package io.unifiedcommerce.channels.adobecommerce;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What lies of a SKU at a source, or shall lie there.
 *
 * @param inStock whether it may be sold; Magento counts the quantity only then
 */
record SourceItem(String sku, String source, BigDecimal quantity, boolean inStock) {

    /** What counts for sale. */
    BigDecimal counted() {
        return inStock ? quantity : BigDecimal.ZERO;
    }

    /** The same with another quantity, offered for sale. */
    SourceItem holding(BigDecimal newQuantity) {
        return new SourceItem(sku, source, newQuantity, true);
    }

    Map<String, Object> json() {
        return Map.of("sku", sku, "source_code", source, "quantity", quantity, "status", inStock ? 1 : 0);
    }
}
