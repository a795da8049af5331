package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.adobecommerce.FakeCommerce;
import io.unifiedcommerce.tck.fake.bigcommerce.FakeBigCommerce;
import io.unifiedcommerce.tck.fake.shopify.FakeShopify;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelSinkConnectorTest {
    private final FakeShopify store = FakeShopify.start();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void workersFindEveryConnector() {
        assertThat(ServiceLoader.load(SinkConnector.class).stream().map(ServiceLoader.Provider::type))
                .contains(
                        ChannelSinkConnector.class,
                        ShopifySinkConnector.class,
                        BigCommerceSinkConnector.class,
                        AdobeCommerceSinkConnector.class);
    }

    @Test
    void aSoundConfigurationIsCheckedLiveAndAccepted() {
        assertThat(errors(new ShopifySinkConnector(), shopify())).isEmpty();
        assertThat(store.requests().total()).isEqualTo(1);
        assertThat(errors(new ChannelSinkConnector(), shopify())).isEmpty();
    }

    @Test
    void aTokenThatTheStoreRefusesIsAnErrorOfTheToken() {
        Map<String, String> props = shopify();
        props.put("shopify.access.token", "shpat_wrong");

        assertThat(errors(new ShopifySinkConnector(), props)).containsOnlyKeys("shopify.access.token");
    }

    @Test
    void aMissingScopeIsNamed() {
        store.faults().withdrawScope("write_inventory");

        assertThat(errors(new ShopifySinkConnector(), shopify()))
                .containsOnlyKeys("shopify.access.token")
                .extractingByKey("shopify.access.token")
                .asString()
                .contains("write_inventory");
    }

    @Test
    void onlyScopesForWhatTheTopicsCarryAreNeeded() {
        store.faults().withdrawScope("write_customers");

        assertThat(errors(new ShopifySinkConnector(), shopify())).isEmpty();
        Map<String, String> profiles = shopify();
        profiles.put("topics", "commerce.profiles.v1");
        assertThat(errors(new ShopifySinkConnector(), profiles)).containsOnlyKeys("shopify.access.token");
    }

    @Test
    void anOutageDoesNotKeepAConnectorFromBeingCreated() {
        store.faults().randomly(1, Faults.ANY, new Fault.ServerError(503));

        assertThat(errors(new ShopifySinkConnector(), shopify())).isEmpty();
    }

    @Test
    void errorsStandOnTheKeysThatCanMendThemAndStopTheLiveCheck() {
        Map<String, String> props = shopify();
        props.put("batch.size", "0");
        props.put("behavior.on.error", "ignore");
        props.remove("channel.instance");

        assertThat(errors(new ShopifySinkConnector(), props))
                .containsOnlyKeys("batch.size", "behavior.on.error", "channel.instance");
        assertThat(store.requests().total()).isZero();
    }

    @Test
    void aTokenOfTheBlastGuardMustBeOneThatWasLogged() {
        Map<String, String> props = shopify();
        props.put("blast.guard.confirm", "yes, do it");

        assertThat(errors(new ShopifySinkConnector(), props)).containsOnlyKeys("blast.guard.confirm");
    }

    @Test
    void bigCommerceIsCheckedWithoutScopes() {
        try (FakeBigCommerce other = FakeBigCommerce.start()) {
            Map<String, String> props = Stores.props(other);
            props.put("topics", "commerce.cmd.inventory-target.v1");

            assertThat(errors(new BigCommerceSinkConnector(), props)).isEmpty();
            props.put("bigcommerce.access.token", "wrong");
            assertThat(errors(new BigCommerceSinkConnector(), props)).containsOnlyKeys("bigcommerce.access.token");
        }
    }

    @Test
    void refusedKeysOfAdobeCommerceAreToldWithWhatElseLooksAlike() {
        try (FakeCommerce shop = FakeCommerce.start()) {
            Map<String, String> props = Stores.props(shop);
            props.put("topics", "commerce.cmd.inventory-target.v1");

            assertThat(errors(new AdobeCommerceSinkConnector(), props)).isEmpty();
            props.remove("adobe-commerce.consumer.key");
            assertThat(errors(new AdobeCommerceSinkConnector(), props))
                    .containsOnlyKeys("adobe-commerce.access.token")
                    .extractingByKey("adobe-commerce.access.token")
                    .asString()
                    .contains("enable_integration_as_bearer");
        }
    }

    @Test
    void everyTaskHasTheSameConfigurationAndKnowsItsChannel() {
        ShopifySinkConnector connector = new ShopifySinkConnector();
        Map<String, String> props = shopify();
        props.remove("channel");
        connector.start(props);

        assertThat(connector.taskConfigs(3))
                .hasSize(3)
                .allSatisfy(task -> assertThat(task)
                        .containsEntry("channel", "shopify")
                        .containsEntry("channel.instance", Targets.INSTANCE));
        assertThat(connector.taskConfigs(3)).isEqualTo(connector.taskConfigs(3));
    }

    @Test
    void everyKeyIsDocumentedAndNoneShadowsTheFramework() {
        ConfigDef keys = new ShopifySinkConnector().config();

        assertThat(keys.configKeys().values()).allSatisfy(key -> {
            assertThat(key.documentation).as(key.name).endsWith(".");
            assertThat(key.group).as(key.name).isNotBlank();
            assertThat(key.displayName).as(key.name).isNotBlank();
            assertThat(key.name).doesNotStartWith("errors.").doesNotStartWith("consumer.");
        });
        assertThat(keys.names()).contains("shopify.store.url", "reporter.bootstrap.servers", "http.call.timeout.ms");
    }

    private Map<String, String> shopify() {
        Map<String, String> props = new HashMap<>(Stores.props(store));
        props.put("topics", "commerce.cmd.inventory-target.v1");
        return props;
    }

    private static Map<String, String> errors(SinkConnector connector, Map<String, String> props) {
        return connector.validate(props).configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, value -> String.join("; ", value.errorMessages())));
    }
}
