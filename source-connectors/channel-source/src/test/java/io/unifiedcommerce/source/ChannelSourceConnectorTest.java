package io.unifiedcommerce.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.lightspeed.FakeLightspeedX;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelSourceConnectorTest {
    private static final Map<String, Object> LIVE =
            Map.of("format", 1L, "phase", "live", "until", "2026-03-01T12:00:00Z");

    private final SourceConnector shopify = new ShopifySourceConnector();

    @Test
    void connectorsAreFoundByTheirService() {
        assertThat(ServiceLoader.load(SourceConnector.class).stream()
                        .map(provider -> provider.type().getSimpleName()))
                .contains(
                        "ShopifySourceConnector",
                        "BigCommerceSourceConnector",
                        "AdobeCommerceSourceConnector",
                        "ChannelSourceConnector");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(shopify.version()).matches("\\d+\\.\\d+\\.\\d+.*").isEqualTo(new ChannelSourceTask().version());
    }

    @Test
    void everyKeyIsDescribedForPeopleAndPrograms() {
        for (SourceConnector connector : List.of(
                shopify,
                new BigCommerceSourceConnector(),
                new AdobeCommerceSourceConnector(),
                new ChannelSourceConnector())) {
            Map<String, Integer> places = new HashMap<>();
            for (ConfigDef.ConfigKey key : connector.config().configKeys().values()) {
                assertThat(key.documentation).as(key.name).endsWith(".").hasSizeGreaterThan(15);
                assertThat(key.displayName).as(key.name).isNotBlank();
                assertThat(key.group).as(key.name).isNotBlank();
                assertThat(places.put(key.group + key.orderInGroup, 1))
                        .as(key.name + " has a place of its own")
                        .isNull();
            }
        }
    }

    @Test
    void offersTheChannelsStreams() {
        ConfigDef.Recommender streams = shopify.config().configKeys().get(SourceKeys.STREAMS).recommender;
        assertThat(streams.validValues(SourceKeys.STREAMS, Map.of())).contains("orders", "inventory_levels");
        ConfigDef.Recommender any =
                new ChannelSourceConnector().config().configKeys().get(SourceKeys.STREAMS).recommender;
        assertThat(any.validValues(SourceKeys.STREAMS, Map.of("channel", "bigcommerce")))
                .contains("inventory_items");
        assertThat(any.validValues(SourceKeys.STREAMS, Map.of("channel", "nothing")))
                .isEmpty();
    }

    @Test
    void taskConfigsAreTheSameEachTime() {
        Map<String, String> props = props();
        props.put("webhook.enabled", "true");
        shopify.start(props);
        List<Map<String, String>> first = shopify.taskConfigs(3);
        SourceConnector again = new ShopifySourceConnector();
        again.start(new TreeMap<>(props));
        assertThat(again.taskConfigs(3)).isEqualTo(first);
        assertThat(first).hasSize(3).allSatisfy(task -> assertThat(task).containsEntry("channel", "shopify"));
    }

    @Test
    void exactlyOnceIsOfferedWithoutWebhooksOnly() {
        assertThat(shopify.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
        assertThat(shopify.canDefineTransactionBoundaries(Map.of()))
                .isEqualTo(ConnectorTransactionBoundaries.SUPPORTED);
        Map<String, String> listening = Map.of("webhook.enabled", "true");
        assertThat(shopify.exactlyOnceSupport(listening)).isEqualTo(ExactlyOnceSupport.UNSUPPORTED);
        assertThat(shopify.canDefineTransactionBoundaries(listening))
                .isEqualTo(ConnectorTransactionBoundaries.UNSUPPORTED);
        Map<String, String> props = props();
        props.putAll(listening);
        props.put("exactly.once.support", "required");
        assertThat(errors(props))
                .containsOnlyKeys("exactly.once.support")
                .hasEntrySatisfying(
                        "exactly.once.support",
                        errors -> assertThat(errors).singleElement().asString().contains("at least once"));
    }

    @Test
    void errorsStandOnTheFieldThatCanMendThem() {
        assertThat(errors(Map.of())).containsKeys("channel.instance", "shopify.store.url", "shopify.access.token");
        assertThat(errors(with("streams", "orders,refunsd")))
                .containsOnlyKeys("streams")
                .hasEntrySatisfying(
                        "streams", errors -> assertThat(errors.get(0)).contains("'refunsd'", "refunds"));
        assertThat(errors(with("start.time", "yesterday"))).containsOnlyKeys("start.time");
        assertThat(errors(with("poll.interval.ms", "1"))).containsOnlyKeys("poll.interval.ms");
        assertThat(errors(with("webhook.path", "no slash"))).containsOnlyKeys("webhook.path");
        assertThat(errors(with("webhook.enabled", "true")))
                .as("the secret that signs webhooks is missing")
                .containsOnlyKeys("webhook.enabled");
    }

    @Test
    void aTransformThatDoesNotKnowTheChannelsFolderIsFoundOut(@TempDir Path directory) throws IOException {
        Path shopify = Files.createDirectories(directory.resolve("shopify"));
        Files.writeString(shopify.resolve("channel.yaml"), """
                channel: shopify
                kind: api
                title: A shop of its own
                http: {base_url: "https://shop.example"}
                auth: {kind: none}
                quota: {kind: none}
                streams:
                  raw: {id: id, read: {request: {path: /raw}, records: $, paging: {kind: single}, cursor: {kind: scan}}}
                """);
        Map<String, String> props = with("channel.folders", directory.toString());
        props.keySet().removeIf(key -> key.startsWith("shopify."));
        props.put("streams", "raw");
        props.put("transforms", "mask, normalize");
        props.put("transforms.normalize.type", "io.unifiedcommerce.smt.NormalizeCommerceEvent");

        assertThat(errors(props))
                .containsOnlyKeys("channel.folders")
                .hasEntrySatisfying(
                        "channel.folders",
                        errors -> assertThat(errors)
                                .containsExactly("The transform does not know the channel's folder: set"
                                        + " transforms.normalize.channel.folders to " + directory));
        props.put("transforms.normalize.channel.folders", "/elsewhere, " + directory);
        assertThat(errors(props)).isEmpty();
    }

    @Test
    void managingSubscriptionsNeedsAnAddressThatIsOurs() {
        assertThat(errors(with("webhook.manage", "true"))).containsOnlyKeys("webhook.public.url");
        Map<String, String> props = with("webhook.manage", "true");
        props.put("webhook.public.url", "https://hooks.example.com/webhooks/shop-de");
        assertThat(errors(props)).as("without a listener it removes its own").isEmpty();
        for (String wrong :
                List.of("http://hooks.example.com/a", "https://hooks.example.com", "https://h.com/a?token=b")) {
            props.put("webhook.public.url", wrong);
            assertThat(errors(props)).as(wrong).containsOnlyKeys("webhook.public.url");
        }
    }

    @Test
    void aStreamThatOnlyWebhooksTellNeedsAListener() {
        assertThat(errors(with("streams", "orders,erasure_requests"))).containsOnlyKeys("webhook.enabled");
        assertThat(errors(props())).as("it is left out unless it is named").isEmpty();
        assertRefused(partition("erasure_requests"), LIVE, "told by webhooks only");
    }

    @Test
    void aChannelWithoutSubscriptionsSaysWhyNoneCanBeManaged() {
        Map<String, String> props = new HashMap<>(Map.of(
                "channel.instance", "shop-de",
                "adobe-commerce.rest.url", "http://127.0.0.1:1",
                "adobe-commerce.access.token", "x",
                "validate.live", "false",
                "webhook.manage", "true",
                "webhook.public.url", "https://hooks.example.com/webhooks/shop-de"));
        assertThat(errors(new AdobeCommerceSourceConnector(), props))
                .containsOnlyKeys("webhook.manage")
                .hasEntrySatisfying(
                        "webhook.manage", errors -> assertThat(errors.get(0)).contains("hold up the shopper"));
    }

    @Test
    void credentialsThatMayNotSubscribeAreFoundOutLive() {
        try (FakeLightspeedX store = FakeLightspeedX.start()) {
            Map<String, String> props = new HashMap<>(Map.of(
                    "channel.instance", "shop-lyon",
                    "lightspeed.x.store.url", store.baseUri().toString(),
                    "lightspeed.x.access.token", store.settings().personalToken(),
                    "lightspeed.x.currency", "EUR",
                    "webhook.manage", "true",
                    "webhook.public.url", "https://hooks.example.com/webhooks/shop-lyon"));
            assertThat(errors(new LightspeedXSourceConnector(), props)).isEmpty();
            store.faults().withdrawScope("webhooks");
            assertThat(errors(new LightspeedXSourceConnector(), props)).containsOnlyKeys("webhook.manage");
        }
    }

    @Test
    void credentialsAndScopesAreCheckedLive() {
        try (FakeShopify store = FakeShopify.start()) {
            Map<String, String> props = props();
            props.put("validate.live", "true");
            props.put("shopify.store.url", store.baseUri().toString());
            props.put("shopify.access.token", store.settings().accessToken());
            assertThat(errors(props)).isEmpty();

            store.faults().withdrawScope("read_orders").withdrawScope("write_orders");
            props.put("streams", "refunds");
            assertThat(errors(props))
                    .containsOnlyKeys("shopify.access.token")
                    .hasEntrySatisfying(
                            "shopify.access.token",
                            errors -> assertThat(errors.get(0)).contains("read_orders"));
            props.put("streams", "products");
            assertThat(errors(props)).as("needs another scope").isEmpty();

            props.put("shopify.access.token", "wrong");
            assertThat(errors(props))
                    .containsOnlyKeys("shopify.access.token")
                    .hasEntrySatisfying(
                            "shopify.access.token",
                            errors -> assertThat(errors.get(0)).doesNotContain("wrong"));
            props.put("validate.live", "false");
            assertThat(errors(props)).isEmpty();
        }
    }

    @Test
    void aPlatformThatHangsDelaysValidationForFiveSecondsAtMost() {
        try (FakeShopify store = FakeShopify.start()) {
            store.faults().randomly(1, call -> true, new Fault.Slow(Duration.ofSeconds(60)));
            Map<String, String> props = props();
            props.put("validate.live", "true");
            props.put("shopify.store.url", store.baseUri().toString());
            long start = System.nanoTime();
            assertThat(errors(props))
                    .as("an outage is no fault of the configuration")
                    .isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void offsetsCanBeAlteredToWhereReadingCanGoOn() {
        assertThat(alter(partition("orders"), LIVE)).isTrue();
        Map<String, Object> slice = new LinkedHashMap<>(partition("inventory_levels"));
        slice.put("slice", "1");
        assertThat(alter(slice, LIVE)).isTrue();
        assertThat(alter(partition("webhooks"), LIVE)).isTrue();
        assertThat(alter(Map.of("whatever", "it was"), null))
                .as("a reset is welcome for anything")
                .isTrue();
    }

    @Test
    void offsetsFromWhichReadingCouldNotGoOnAreRefused() {
        assertRefused(Map.of("stream", "orders"), LIVE, "another channel or instance");
        assertRefused(Map.of("stream", 7L), LIVE, "needs the texts");
        assertRefused(partition("ordesr"), LIVE, "orders");
        assertRefused(partition("refunds"), LIVE, "inside stream 'orders'");
        assertRefused(partition("inventory_levels"), LIVE, "slices");
        assertRefused(partition("orders"), Map.of("until", "2026-03-01T12:00:00Z"), "format");
        assertRefused(partition("orders"), Map.of("format", 1L, "phase", "live"), "until");
    }

    @Test
    void anOffsetThatConnectWouldStoreUnderOtherBytesIsRefused() {
        Map<String, Object> partition = new LinkedHashMap<>();
        partition.put("slice", "1");
        partition.putAll(partition("inventory_levels"));
        assertRefused(partition, LIVE, "write stream before slice");
        // What the task stores is read by Connect into a HashMap: both must have one order, or REST finds nothing.
        Map<String, String> stored =
                new SourcePartitions(SourceConfig.definition("shopify").parse(props())).of("inventory_levels", "1");
        Map<String, String> read = new HashMap<>();
        stored.forEach(read::put);
        assertThat(List.copyOf(stored.keySet())).isEqualTo(List.copyOf(read.keySet()));
    }

    private void assertRefused(Map<String, ?> partition, Map<String, ?> offset, String message) {
        assertThatThrownBy(() -> alter(partition, offset))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(message);
    }

    private boolean alter(Map<String, ?> partition, Map<String, ?> offset) {
        Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
        offsets.put(partition, offset);
        return shopify.alterOffsets(props(), offsets);
    }

    private static Map<String, String> partition(String stream) {
        return Map.of("channel", "shopify", "instance", "shop-de", "stream", stream);
    }

    private Map<String, List<String>> errors(Map<String, String> props) {
        return errors(shopify, props);
    }

    private static Map<String, List<String>> errors(SourceConnector connector, Map<String, String> props) {
        Map<String, List<String>> errors = new TreeMap<>();
        for (ConfigValue value : connector.validate(props).configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }

    private Map<String, String> with(String key, String value) {
        Map<String, String> props = props();
        props.put(key, value);
        return props;
    }

    private static Map<String, String> props() {
        Map<String, String> props = new HashMap<>();
        props.put("name", "shopify-source");
        props.put("channel.instance", "shop-de");
        props.put("shopify.store.url", "http://127.0.0.1:1");
        props.put("shopify.access.token", "shpat_x");
        props.put("validate.live", "false");
        return props;
    }
}
