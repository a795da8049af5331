package io.unifiedcommerce.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionSourceConnectorTest {
    private final InteractionSourceConnector connector = new InteractionSourceConnector();
    private final Map<String, String> props = new HashMap<>(Map.of(
            "name",
            "collector",
            "collector.sites",
            "shop-de=k1, shop-fr=k2",
            "collector.origins",
            "shop-de=https://www.shop.example,shop-fr=https://*.shop.test,null"));

    @Test
    void aSoundConfigurationHasNoErrors() {
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "collector.sites | shop-de | collector.sites | instance=key",
                "collector.sites | shop-de=k1,shop-fr=k1 | collector.sites | there already",
                "collector.sites | shop-de=k1,shop-de=k2 | collector.sites | there already",
                "collector.sites | shop-de=k/1 | collector.sites | letters",
                "collector.origins | https://www.shop.example/ | collector.origins | without a path",
                "collector.origins | shop-at=https://www.shop.example | collector.origins | no such site",
                "collector.origins | shop-de=https://www.shop.example | collector.origins | shop-fr",
                "collector.trusted.proxies | 10.0.0.0/40 | collector.trusted.proxies | 0 to 32",
                "collector.path | /collect/ | collector.path | parts",
                "collector.client.ip | some | collector.client.ip | truncate",
                "collector.ack.timeout.ms | 60000 | collector.ack.timeout.ms | 14000",
                "collector.ssl.keystore.location | /no/such/file | collector.ssl.keystore.location | No such file",
                "channel | no-such-channel | channel | no-such-channel",
                "channel | shopify | channel | nobody sends",
                "tasks.max | 2 | tasks.max | one task",
                "exactly.once.support | required | exactly.once.support | at least once",
            })
    void anErrorStandsOnTheKeyThatCanMendIt(String key, String value, String blamed, String message) {
        props.put(key, value);
        assertThat(errors()).containsOnlyKeys(blamed);
        assertThat(errors().get(blamed)).anyMatch(error -> error.contains(message));
    }

    @Test
    void sendersThatAreNoBrowsersNeedNoOrigin() {
        props.remove("collector.origins");
        assertThat(errors()).containsOnlyKeys("collector.origins");
        props.put("collector.origin.required", "false");
        assertThat(errors()).isEmpty();
    }

    @Test
    void aHalfFilledConfigurationIsAnswered() {
        props.clear();
        assertThat(errors()).containsOnlyKeys("collector.sites");
    }

    @Test
    void thereIsOneTask() {
        connector.start(props);
        assertThat(connector.taskConfigs(5)).containsExactly(props);
        connector.stop();
    }

    @Test
    void offsetsCanOnlyBeDeleted() {
        Map<String, ?> partition = Map.of("channel", "web-interactions", "instance", "shop-de", "stream", "ucc");
        assertThat(connector.alterOffsets(props, Collections.singletonMap(partition, null)))
                .isTrue();
        assertThatThrownBy(() -> connector.alterOffsets(props, Map.of(partition, Map.of("received_at", "x"))))
                .isInstanceOf(ConnectException.class);
        assertThat(connector.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.UNSUPPORTED);
    }

    @Test
    void shapesOfAnIntegratorAreRead(@TempDir Path folders) throws Exception {
        Path mine = Files.createDirectories(folders.resolve("kiosk/mappings"));
        Files.writeString(mine.resolve("tap.yaml"), """
                entity: interaction
                envelope: {entity_id: $received.id, source_version: {const: "1"}, occurred_at: $received.occurred_at}
                fields: {interaction_id: $received.id, type: {const: page_view}}
                """);
        Files.writeString(folders.resolve("kiosk/channel.yaml"), """
                channel: kiosk
                kind: events
                title: Kiosks in our shops
                streams: {tap: {entity: interaction, mapping: mappings/tap.yaml, id: nr}}
                """);
        props.put("channel", "kiosk");
        props.put("channel.folders", folders.toString());
        assertThat(errors()).isEmpty();
        assertThat(new InteractionConfig(props).readers()).containsOnlyKeys("tap");
        Files.writeString(mine.resolve("tap.yaml"), "entity: interaction");
        assertThat(errors()).containsOnlyKeys("channel");
    }

    private Map<String, List<String>> errors() {
        Map<String, List<String>> errors = new HashMap<>();
        for (ConfigValue value : connector.validate(props).configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }
}
