package io.unifiedcommerce.sink;

import io.unifiedcommerce.tck.fake.adobecommerce.FakeCommerce;
import io.unifiedcommerce.tck.fake.bigcommerce.FakeBigCommerce;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import java.util.HashMap;
import java.util.Map;

/** Configurations of sinks for fake stores. */
final class Stores {
    private Stores() {}

    static Map<String, String> props(FakeShopify store) {
        Map<String, String> props = common("shopify");
        props.put("shopify.store.url", store.baseUri().toString());
        props.put("shopify.access.token", store.settings().accessToken());
        return props;
    }

    static Map<String, String> props(FakeBigCommerce store) {
        Map<String, String> props = common("bigcommerce");
        String api = store.baseUri().toString().replaceFirst("/stores/.*", "");
        props.put("bigcommerce.api.url", api);
        props.put("bigcommerce.store.hash", store.settings().storeHash());
        props.put("bigcommerce.access.token", store.settings().accessToken());
        return props;
    }

    static Map<String, String> props(FakeCommerce shop) {
        Map<String, String> props = common("adobe-commerce");
        props.put("adobe-commerce.rest.url", shop.baseUri().toString());
        props.put("adobe-commerce.consumer.key", shop.settings().integration().consumerKey());
        props.put(
                "adobe-commerce.consumer.secret", shop.settings().integration().consumerSecret());
        props.put("adobe-commerce.access.token", shop.settings().integration().accessToken());
        props.put(
                "adobe-commerce.access.token.secret",
                shop.settings().integration().tokenSecret());
        return props;
    }

    private static Map<String, String> common(String channel) {
        Map<String, String> props = new HashMap<>();
        props.put("name", channel + "-sink");
        props.put("channel", channel);
        props.put("channel.instance", Targets.INSTANCE);
        props.put("linger.ms", "5");
        props.put("retry.backoff.ms", "5");
        props.put("retry.backoff.max.ms", "20");
        props.put("http.retry.timeout.ms", "0");
        return props;
    }
}
