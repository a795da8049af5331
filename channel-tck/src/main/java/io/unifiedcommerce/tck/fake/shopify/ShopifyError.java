package io.unifiedcommerce.tck.fake.shopify;

/** A top-level GraphQL error with Shopify's code. */
final class ShopifyError extends RuntimeException {
    private final String code;

    ShopifyError(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
