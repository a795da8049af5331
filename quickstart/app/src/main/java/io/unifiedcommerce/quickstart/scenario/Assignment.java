package io.unifiedcommerce.quickstart.scenario;

import io.unifiedcommerce.quickstart.orders.Invoice;

/** Where an invoice is played: about 40 of 100 in each shop and 20 at the till, the same in every run. */
final class Assignment {

    private static final int SHOP_DE_BELOW = 40;
    private static final int SHOP_US_BELOW = 80;

    private Assignment() {}

    static SalesChannel of(Invoice invoice) {
        int share = Share.of("channel", invoice.number());
        if (share < SHOP_DE_BELOW) {
            return SalesChannel.SHOP_DE;
        }
        return share < SHOP_US_BELOW ? SalesChannel.SHOP_US : SalesChannel.TILL;
    }
}
