package io.unifiedcommerce.channel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.TransportSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelDefinitionTest {
    private final ConfigDef own =
            new ConfigDef().define("batch.size", ConfigDef.Type.INT, 100, ConfigDef.Importance.LOW, "Batch size.");
    private final ChannelDefinition definition = ChannelDefinition.ofAnyChannel(own);

    @TempDir
    Path directory;

    private ShopFolder shop;
    private Map<String, String> props;

    @BeforeEach
    void writeFolder() {
        shop = new ShopFolder(directory);
        props = shop.props();
    }

    @Test
    void optionsOfTheManifestBecomeTypedKeysWithTheirDefaults() {
        ChannelConfig config = definition.parse(props);

        assertThat(config.getInt("acme.size")).isEqualTo(50);
        assertThat(config.getInt("batch.size")).isEqualTo(100);
        assertThat(config.options())
                .containsEntry("acme.url", "https://acme.example")
                .containsEntry("acme.token", "t0ps3cret")
                .containsEntry("acme.size", "50")
                .doesNotContainKey("acme.user");
        assertThat(config.tenant()).isEqualTo("default");
        assertThat(config.instance()).isEqualTo("acme-de");
        assertThat(config.topicPrefix()).isEqualTo("commerce");
    }

    @Test
    void theWayToThePlatformHasSoundDefaultsAndCanLeadThroughAProxy() {
        props.put("http.proxy.host", "proxy.internal");
        props.put("http.call.timeout.ms", "5000");

        TransportSettings transport = definition.parse(props).transport();

        assertThat(transport.callTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(transport.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(transport.proxy()).isEqualTo(InetSocketAddress.createUnresolved("proxy.internal", 3128));
        assertThat(transport.trustStore()).isNull();
    }

    @Test
    void aSoundConfigurationHasNoErrors() {
        ChannelValidation validation = definition.validate(props);

        assertThat(errors(validation)).isEmpty();
        assertThat(validation.config()).isPresent();
    }

    @Test
    void everyWrongValueIsReportedOnItsOwnKey() {
        props.put("acme.url", "http://acme.example");
        props.put("acme.zone", "Mars/Olympus");
        props.put("acme.wait", "5s");
        props.put("acme.size", "many");
        props.put("acme.mode", "fats");
        props.put("channel.instance", "acme|de");
        props.put("channel.folders", directory + ",/no/such/directory");

        ChannelValidation validation = definition.validate(props);

        assertThat(errors(validation))
                .containsOnlyKeys(
                        "acme.url",
                        "acme.zone",
                        "acme.wait",
                        "acme.size",
                        "acme.mode",
                        "channel.instance",
                        "channel.folders");
        assertThat(errors(validation).get("acme.mode")).contains("did you mean 'fast'?");
        assertThat(validation.config()).isEmpty();
    }

    @Test
    void plainHttpIsAcceptedToThisMachineOnly() {
        props.put("acme.url", "http://127.0.0.1:8080");

        assertThat(errors(definition.validate(props))).isEmpty();
    }

    @Test
    void aMisspeltOptionIsNotIgnored() {
        props.put("acme.tokne", "x");

        assertThat(errors(definition.validate(props)))
                .containsOnlyKeys("acme.tokne")
                .extractingByKey("acme.tokne")
                .asString()
                .contains("acme.token");
    }

    @Test
    void halfGivenCredentialsAreReportedWhereTheRestIsMissing() {
        props.remove("acme.token");
        props.put("acme.user", "ann");

        Map<String, String> errors = errors(definition.validate(props));

        // Both ways lack one option; the first way is proposed, both are told.
        assertThat(errors).containsOnlyKeys("acme.token");
        assertThat(errors.get("acme.token")).contains("acme.token, or acme.user and acme.password");
    }

    @Test
    void noSecretReachesAMessage() {
        props.put("acme.zone", "nowhere");
        props.put("acme.password", "hunter2");
        props.put("acme.tokens", "t0ps3cret");

        assertThat(errors(definition.validate(props)).toString()).doesNotContain("t0ps3cret", "hunter2");
        props.remove("acme.zone");
        assertThat(definition.parse(props).toString()).doesNotContain("t0ps3cret", "hunter2");
    }

    @Test
    void anUnknownChannelIsNamedWithTheNearestOne() {
        props.put("channel", "acmee");

        Map<String, String> errors = errors(definition.validate(props));

        assertThat(errors).containsOnlyKeys("channel");
        assertThat(errors.get("channel")).contains("'acme'");
        assertThatThrownBy(() -> definition.parse(props)).isInstanceOf(ConfigException.class);
    }

    @Test
    void aMissingChannelIsReportedOnce() {
        props.remove("channel");

        assertThat(errors(definition.validate(props))).containsOnlyKeys("channel");
    }

    @Test
    void aBrokenManifestIsTheFoldersFaultWhereTheChannelIsFixed() {
        shop.write("channel: acme\nkind: api\nsurprise: true\n");

        Map<String, String> errors = errors(ChannelDefinition.of("acme", own).validate(props));

        assertThat(errors).containsOnlyKeys("channel.folders");
        assertThat(errors.get("channel.folders")).contains("surprise");
    }

    @Test
    void aFolderOfOnesOwnIsCheckedWholeAndItsErrorsStandOnTheKeyThatNamesIt() {
        shop.write(ShopFolder.MANIFEST.replace("streams: {}", """
                streams:
                  orders:
                    entity: order
                    mapping: mappings/order.yaml
                    id: id
                    read:
                      request: {path: /orders}
                      records: $
                      paging: {kind: single}
                      cursor: {kind: scan}
                """))
                .mapping("mappings/order.yaml", "entity: order\nenvelop: {}\n");

        Map<String, String> errors = errors(definition.validate(props));

        assertThat(errors).containsOnlyKeys("channel.folders");
        assertThat(errors.get("channel.folders"))
                .contains("mappings/order.yaml: envelop: unknown section; did you mean 'envelope'?");
    }

    @Test
    void theDirectoryThatHoldsTheFolderIsNamedAndNotTheFolder() {
        props.put("channel.folders", directory.resolve("acme").toString());
        props.put("channel", "shopify");

        assertThat(errors(definition.validate(props)).get("channel.folders"))
                .contains("name the directory that holds it");
    }

    @Test
    void noChannelIsFoundOutsideOfTheDirectory() {
        props.put("channel", "../" + directory.getFileName() + "/acme");

        assertThat(errors(definition.validate(props)).get("channel")).contains("unknown channel");
    }

    @Test
    void theChannelsThereAreAreOfferedToUserInterfaces() {
        ConfigValue channel = definition.validate(props).result().configValues().stream()
                .filter(value -> value.name().equals("channel"))
                .findFirst()
                .orElseThrow();

        assertThat(channel.recommendedValues()).contains("acme");
    }

    @Test
    void everyKeyHasAGroupADisplayNameAndAWidth() {
        definition.parse(props);
        ConfigDef keys = new ConfigDef();
        ChannelKeys.define(keys);
        ChannelKeys.defineChannel(keys);
        TransportKeys.define(keys);
        OptionKeys.define(definition.parse(props).manifest(), keys);

        assertThat(keys.configKeys().values()).allSatisfy(key -> {
            assertThat(key.group).isNotBlank();
            assertThat(key.displayName).isNotBlank();
            assertThat(key.documentation).endsWith(".");
        });
    }

    static Map<String, String> errors(ChannelValidation validation) {
        List<ConfigValue> values = validation.result().configValues();
        return values.stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, value -> String.join("; ", value.errorMessages())));
    }
}
