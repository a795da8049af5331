package io.unifiedcommerce.quickstart.scenario;

/** A channel of the retailer. */
public enum SalesChannel {
    SHOP_DE("shop-de", "Shopify"),
    SHOP_US("shop-us", "BigCommerce"),
    TILL("till-lyon", "uniCenta oPOS");

    private final String instance;
    private final String platform;

    SalesChannel(String instance, String platform) {
        this.instance = instance;
        this.platform = platform;
    }

    /** Channel instance in configurations and events. */
    public String instance() {
        return instance;
    }

    public String platform() {
        return platform;
    }

    /** Whether it sells what lies in the warehouse and in the store; the till sells from its own shelves only. */
    public boolean isOnline() {
        return this != TILL;
    }
}
