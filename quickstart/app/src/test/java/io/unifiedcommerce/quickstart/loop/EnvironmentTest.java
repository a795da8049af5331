package io.unifiedcommerce.quickstart.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.quickstart.platform.ShopPlatform;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void everyPlatformFillsWhatTheShippedConfigurationsLeaveOpen() {
        Environment environment = new Environment("127.0.0.1:9092");
        try (Platforms platforms = Platforms.start(ShopPlatform.all(), Setups.examples(), 1)) {
            platforms.stores().forEach(environment::add);
            assertThat(platforms.stores())
                    .allSatisfy(store -> assertThat(
                                    store.channel().connectors().flatMap(connector -> connector.variables().stream()))
                            .isSubsetOf(environment.variables().keySet()));
        }
        assertThat(environment.variables())
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092")
                .containsKeys("SQUARE_WEBHOOK_URL", "LIGHTSPEED_X_WEBHOOK_PORT", "CEGID_URL");
    }

    @Test
    void noTwoPlatformsShareAnInstanceOrAPort() {
        try (Platforms platforms = Platforms.start(ShopPlatform.all(), Setups.examples(), 1)) {
            assertThat(platforms.stores())
                    .extracting(store -> store.channel().channel().instance())
                    .doesNotHaveDuplicates();
            assertThat(platforms.stores())
                    .extracting(store -> store.listener().getPort())
                    .doesNotHaveDuplicates();
        }
    }
}
