package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;
import java.util.Map;

/** A channel as customers see it. It never sells what it shows as out of stock. */
public interface Storefront {

    /** Sells the invoice's lines, but for those of which there are too few units. */
    Sale sell(Invoice invoice);

    /** Units of every SKU that the channel itself shows. */
    Map<String, Long> stock();
}
