package io.unifiedcommerce.channel.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialCheckTest {
    private final ChannelDefinition definition = ChannelDefinition.ofAnyChannel(new ConfigDef());

    @TempDir
    Path directory;

    private Map<String, String> props;

    @BeforeEach
    void writeFolder() {
        props = new ShopFolder(directory).props();
    }

    @Test
    void acceptsCredentialsThatHaveEveryScope() {
        assertThat(errorsAfter(() -> granted("write_inventory", "read_orders"), Duration.ofSeconds(5)))
                .isEmpty();
    }

    @Test
    void namesTheScopesThatAreMissing() {
        assertThat(errorsAfter(() -> granted("read_inventory", "read_orders"), Duration.ofSeconds(5)))
                .containsOnlyKeys("acme.token")
                .extractingByKey("acme.token")
                .asString()
                .contains("write_inventory")
                .doesNotContain("read_orders");
    }

    @Test
    void aRefusalIsAnErrorOfTheOptionThatTheManifestBlames() {
        assertThat(errorsAfter(
                        () -> {
                            throw new ChannelException.Unauthorized("GET /me: 401");
                        },
                        Duration.ofSeconds(5)))
                .containsOnlyKeys("acme.token")
                .extractingByKey("acme.token")
                .asString()
                .endsWith("GET /me: 401. The app may have been removed.");
    }

    @Test
    void anOutageOfThePlatformIsNoErrorOfTheConfiguration() {
        assertThat(errorsAfter(
                        () -> {
                            throw new ChannelException.Transient("GET /me: 503", null, false, null);
                        },
                        Duration.ofSeconds(5)))
                .isEmpty();
    }

    @Test
    void anAddressWhereNobodyIsIsAnErrorOfTheAddress() {
        assertThat(errorsAfter(
                        () -> {
                            throw new ChannelException.Transient(
                                    "GET /me: no whole answer", null, false, new UnknownHostException("acme.exmaple"));
                        },
                        Duration.ofSeconds(5)))
                .containsOnlyKeys("acme.url");
    }

    @Test
    void aClientThatCannotBeMadeIsAnErrorOfTheConfiguration() {
        ChannelValidation validation = definition.validate(props);

        new CredentialCheck(
                        config -> {
                            throw new IllegalArgumentException("the trust store cannot be read");
                        },
                        Duration.ofSeconds(5))
                .run(validation.config().orElseThrow(), List.of(), validation);

        assertThat(ChannelDefinitionTest.errors(validation)).containsOnlyKeys("acme.token");
    }

    @Test
    void aPlatformThatDoesNotAnswerIsGivenUpAndTheClientClosed() {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(errorsAfter(
                        () -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            throw new ChannelException.Closed("closed");
                        },
                        Duration.ofMillis(20)))
                .isEmpty();
        never.countDown();
    }

    @Test
    void aHookThatIsNotThereIsNamed() {
        new ShopFolder(directory).write(ShopFolder.MANIFEST.replace("  hint:", "  hook: acme-nothing\n  hint:"));

        assertThat(errorsAfter(
                        () -> granted("write_inventory", "read_inventory", "read_orders"), Duration.ofSeconds(5)))
                .extractingByKey("acme.token")
                .asString()
                .contains("unknown StoreCheck 'acme-nothing'");
    }

    @Test
    void asksNothingWhereTheLiveCheckIsOff() {
        props.put("validate.live", "false");

        assertThat(errorsAfter(
                        () -> {
                            throw new ChannelException.Unauthorized("GET /me: 401");
                        },
                        Duration.ofSeconds(5)))
                .isEmpty();
    }

    private Map<String, String> errorsAfter(Supplier<Answer> platform, Duration limit) {
        Probe client = new Probe(platform);
        ChannelValidation validation = definition.validate(props);
        ChannelConfig config = validation.config().orElseThrow();

        new CredentialCheck(given -> client, limit)
                .run(config, List.of("write_inventory", "read_inventory", "read_orders"), validation);

        assertThat(client.closed).isEqualTo(config.liveCheck());
        return ChannelDefinitionTest.errors(validation);
    }

    private static Answer granted(String... scopes) {
        List<Map<String, String>> handles =
                List.of(scopes).stream().map(scope -> Map.of("handle", scope)).toList();
        return new Answer(200, Map.of(), Map.of("scopes", handles), Instant.EPOCH);
    }

    /** Answers one call as the test wants. */
    private static final class Probe implements ChannelClient {
        private final Supplier<Answer> platform;
        private boolean closed;

        Probe(Supplier<Answer> platform) {
            this.platform = platform;
        }

        @Override
        public Answer call(RequestSpec request, Map<String, ?> values, Purpose purpose) {
            assertThat(request.path()).isEqualTo("/me");
            return platform.get();
        }

        @Override
        public InputStream download(URI file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double quotaHeadroom() {
            return 1;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
