package io.unifiedcommerce.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.http.OkHttpChannelClient;
import io.unifiedcommerce.channel.http.Pause;
import io.unifiedcommerce.channel.http.TransportSettings;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.lightspeed.FakeLightspeedX;
import io.unifiedcommerce.tck.fake.lightspeed.LightspeedXSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.connect.util.clusters.EmbeddedKafkaCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens kept in a topic of a real broker, of a platform that takes each refresh token once. */
class RotatingTokenTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static EmbeddedKafkaCluster kafka;

    private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
    private final List<ChannelClient> clients = new ArrayList<>();
    private FakeLightspeedX platform;

    @BeforeAll
    static void startBroker() {
        kafka = new EmbeddedKafkaCluster(1, new Properties());
        kafka.start();
    }

    @AfterAll
    static void stopBroker() {
        kafka.stop();
    }

    @BeforeEach
    void open() {
        platform = FakeLightspeedX.start(LightspeedXSettings.defaults().at(clock));
    }

    @AfterEach
    void close() {
        clients.forEach(ChannelClient::close);
        platform.close();
    }

    @Test
    void manyTasksShareOneRenewalAndARestartGoesOnWithIt() throws Exception {
        List<ChannelClient> tasks = List.of(client("shared"), client("shared"), client("shared"), client("shared"));

        askAll(tasks);
        assertThat(platform.tokens().given()).isEqualTo(1);

        clock.advance(Duration.ofHours(23).plusMinutes(58));
        askAll(tasks);
        assertThat(platform.tokens().given()).isEqualTo(2);

        ask(client("shared"));
        assertThat(platform.tokens().given()).isEqualTo(2);
        assertThat(platform.tokens().refused()).isZero();
    }

    @Test
    void aTokenThatThePlatformEndsEarlyIsRenewed() {
        ChannelClient task = client("ended");
        ask(task);
        clock.advance(Duration.ofMinutes(5));
        platform.tokens().endAccess();

        assertThat(ask(task).status()).isEqualTo(200);
        assertThat(platform.tokens().given()).isEqualTo(2);
    }

    @Test
    void aTokenThatWasUsedElsewhereIsRefusedUntilAccessIsGrantedAnew() {
        platform.tokens().grantAnew("somebody-else-has-it");
        assertThatThrownBy(() -> ask(client("lost")))
                .isInstanceOf(ChannelException.Unauthorized.class)
                .hasMessageContaining("grant access anew")
                .hasMessageNotContaining(platform.settings().refreshToken());

        platform.tokens().grantAnew("anew");
        assertThat(ask(client("lost", "anew")).status()).isEqualTo(200);
    }

    @Test
    void aTopicThatForgetsIsRefused() {
        kafka.createTopic("forgets", 1, 1, Map.of("cleanup.policy", "delete"));
        assertThatThrownBy(() -> ask(client("forgets")))
                .isInstanceOf(ChannelException.Transient.class)
                .hasMessageContaining("cleanup.policy=delete");
        assertThat(platform.tokens().given()).isZero();
    }

    private static void askAll(List<ChannelClient> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            tasks.forEach(task -> answers.add(threads.submit(() -> ask(task))));
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Answer ask(ChannelClient client) {
        return client.call(manifest().check().request(), Map.of(), ChannelClient.Purpose.READ);
    }

    private ChannelClient client(String topic) {
        return client(topic, platform.settings().refreshToken());
    }

    private ChannelClient client(String topic, String refreshToken) {
        Map<String, String> options = new HashMap<>();
        options.put("lightspeed.x.store.url", platform.baseUri().toString());
        options.put("lightspeed.x.api.version", "2026-07");
        options.put("lightspeed.x.client.id", platform.settings().clientId());
        options.put("lightspeed.x.client.secret", platform.settings().clientSecret());
        options.put("lightspeed.x.refresh.token", refreshToken);
        options.put("lightspeed.x.keep.bootstrap.servers", kafka.bootstrapServers());
        options.put("lightspeed.x.keep.topic", topic);
        Duration patience = topic.equals("forgets") ? Duration.ZERO : PATIENCE;
        ChannelClient client = new OkHttpChannelClient(
                manifest(),
                folder(),
                options,
                TransportSettings.of(PATIENCE, PATIENCE, PATIENCE, patience),
                clock,
                Pause.real(),
                new Random(1));
        clients.add(client);
        return client;
    }

    private static ApiManifest manifest() {
        return (ApiManifest) folder().manifest();
    }

    private static ChannelFolder folder() {
        return new ChannelFolders(RotatingTokenTest.class.getClassLoader(), List.of()).named("lightspeed-x");
    }
}
