package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels of an integrator's own. */
class SinkRulesTest {
    private static final String MANIFEST = """
            channel: acme
            kind: api
            title: Acme Shop
            http: {base_url: "https://acme.example"}
            auth: [{kind: none}]
            quota: {kind: none}
            streams: {}
            """;

    @TempDir
    Path directory;

    private final Map<String, String> props = new HashMap<>();

    @BeforeEach
    void configure() {
        props.put("channel", "acme");
        props.put("channel.instance", "acme-de");
        props.put("channel.folders", directory.toString());
        props.put("topics", "commerce.cmd.inventory-target.v1");
    }

    @Test
    void aChannelThatCannotBeWrittenToIsRefusedWithItsReason() throws IOException {
        write(MANIFEST + "unsupported: {inventory_target: Acme counts stock by hand.}\n");

        assertThat(errors())
                .containsOnlyKeys("channel")
                .extractingByKey("channel")
                .asString()
                .contains("by hand");
    }

    @Test
    void aHookThatDoesNotExistIsNamedWithTheNearestOne() throws IOException {
        write(MANIFEST + "writes: {inventory_target: {hook: shopify-inventry}}\n");

        assertThat(errors())
                .containsOnlyKeys("channel")
                .extractingByKey("channel")
                .asString()
                .contains("'shopify-inventory'");
    }

    @Test
    void aHookForOtherCommandsIsRefused() throws IOException {
        write(MANIFEST + "writes: {inventory_target: {hook: shopify-customer-profile}}\n");

        assertThat(errors()).containsOnlyKeys("channel");
    }

    @Test
    void topicsThatTheChannelCannotTakeAreRefused() throws IOException {
        write(MANIFEST + "writes: {customer_profile: {hook: shopify-customer-profile}}\n");

        assertThat(errors()).containsOnlyKeys("topics");
    }

    @Test
    void brokersNeedAPort() throws IOException {
        write(MANIFEST + "writes: {inventory_target: {hook: shopify-inventory}}\n");
        props.put("reporter.bootstrap.servers", "broker-1:9092,broker-2");

        assertThat(errors()).containsOnlyKeys("reporter.bootstrap.servers");
    }

    @Test
    void whatAChannelCannotTakeAwayIsNotPromised() throws IOException {
        write(MANIFEST + """
                writes: {inventory_target: {hook: shopify-inventory}}
                unsupported: {profile_deletion: Acme cannot find customers.}
                """);
        assertThat(errors()).isEmpty();
        props.put("behavior.on.null.values", "delete");

        assertThat(errors())
                .containsOnlyKeys("behavior.on.null.values")
                .extractingByKey("behavior.on.null.values")
                .asString()
                .contains("cannot find customers");
    }

    private void write(String manifest) throws IOException {
        Files.createDirectories(directory.resolve("acme"));
        Files.writeString(directory.resolve("acme").resolve("channel.yaml"), manifest);
    }

    private Map<String, String> errors() {
        return new ChannelSinkConnector()
                .validate(props).configValues().stream()
                        .filter(value -> !value.errorMessages().isEmpty())
                        .collect(
                                Collectors.toMap(ConfigValue::name, value -> String.join("; ", value.errorMessages())));
    }
}
