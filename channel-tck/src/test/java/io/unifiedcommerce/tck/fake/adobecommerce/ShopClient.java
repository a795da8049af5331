package io.unifiedcommerce.tck.fake.adobecommerce;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.OkHttpChannelClient;
import io.unifiedcommerce.channel.http.Pause;
import io.unifiedcommerce.channel.http.TransportSettings;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The connectors' own client of a fake shop, with the credentials that a test gives. */
final class ShopClient implements AutoCloseable {
    private static final Duration STALL = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path ITEMS = Path.parse("items");

    private final ChannelClient client;

    ShopClient(FakeCommerce shop, Map<String, String> credentials) {
        ChannelFolder folder = ChannelFolders.builtIn().named("adobe-commerce");
        ApiManifest manifest = (ApiManifest) folder.manifest();
        Map<String, String> options = new HashMap<>(credentials);
        manifest.options().forEach((key, option) -> {
            if (option.byDefault() != null) {
                options.putIfAbsent(key, option.byDefault());
            }
        });
        options.put("adobe-commerce.rest.url", shop.baseUri().toString());
        client = new OkHttpChannelClient(
                manifest,
                folder,
                options,
                TransportSettings.of(STALL, STALL, STALL, PATIENCE),
                Clock.systemUTC(),
                noPause(),
                new Random(1));
    }

    /** Signs as the shop's integration. */
    static ShopClient signing(FakeCommerce shop) {
        return new ShopClient(shop, keys(shop));
    }

    /** The four keys of the shop's integration. */
    static Map<String, String> keys(FakeCommerce shop) {
        CommerceSettings.Integration keys = shop.settings().integration();
        return Map.of(
                "adobe-commerce.consumer.key", keys.consumerKey(),
                "adobe-commerce.consumer.secret", keys.consumerSecret(),
                "adobe-commerce.access.token", keys.accessToken(),
                "adobe-commerce.access.token.secret", keys.tokenSecret());
    }

    /** The records of a page. */
    List<Object> items(String path, String... params) {
        return ITEMS.list(get(path, params));
    }

    /** @param params names and values in turn, without {@code searchCriteria} and its first brackets */
    Object get(String path, String... params) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < params.length; i += 2) {
            all.put("searchCriteria" + params[i], params[i + 1]);
        }
        RequestSpec request = new RequestSpec("GET", path, all, Map.of(), null, null, Map.of());
        return client.call(request, Map.of(), ChannelClient.Purpose.READ).body();
    }

    @Override
    public void close() {
        client.close();
    }

    private static Pause noPause() {
        return new Pause() {
            @Override
            public boolean await(Duration time) {
                return true;
            }

            @Override
            public void end() {
                // nobody waits
            }
        };
    }
}
