package io.unifiedcommerce.quickstart.scenario;

import java.util.List;

/** The three channels of the default run. */
public final class Channels {

    public static final SalesChannel SHOP_DE = new SalesChannel("shop-de", "Shopify", Place.WAREHOUSE);
    public static final SalesChannel SHOP_US = new SalesChannel("shop-us", "BigCommerce", Place.WAREHOUSE);
    public static final SalesChannel TILL = new SalesChannel("till-lyon", "uniCenta oPOS", new Place("store"));

    static final List<SalesChannel> ALL = List.of(SHOP_DE, SHOP_US, TILL);

    private Channels() {}
}
