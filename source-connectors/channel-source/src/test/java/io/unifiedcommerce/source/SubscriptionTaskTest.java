package io.unifiedcommerce.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.record.RecordHeaders;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.square.FakeSquare;
import io.unifiedcommerce.tck.fake.square.SquareSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Square makes the key by which it signs: a task that keeps its subscription learns it. */
class SubscriptionTaskTest {
    private final FakeClock clock = FakeClock.at("2026-03-01T12:00:00Z");
    private FakeSquare seller;
    private TaskHarness connect;

    @BeforeEach
    void openSeller() {
        seller = FakeSquare.start(SquareSettings.defaults()
                .at(clock)
                .allowing(1_000_000)
                .retrying(Collections.nCopies(50, Duration.ofMillis(200))));
        seller.shop().catalogue().create("SHIRT", new BigDecimal("10.00"), Map.of(1L, 1_000L));
    }

    @AfterEach
    void closeSeller() {
        connect.close();
        seller.close();
    }

    @Test
    void believesWhatIsSignedWithTheKeyThatThePlatformMade() throws IOException {
        connect = TaskHarness.started(new SquareSourceConnector(), props(), clock);
        connect.runUntil(() -> connect.metric("webhook-subscribed-topics").equals(3L)
                && connect.metric("webhook-subscription-failing-ms").equals(0L));
        assertThat(connect.metric("webhook-subscriptions-made-total")).isEqualTo(1L);
        seller.shop().customers().create(CustomerProfile.of("ada@example.com", "Ada", "L"));
        connect.runUntil(() -> connect.raw("customers").stream()
                .anyMatch(record -> record.headers()
                        .lastWithName(RecordHeaders.CAPTURE_MODE)
                        .value()
                        .equals("WEBHOOK")));
        assertThat(connect.metric("webhook-stored-total")).isEqualTo(1L);
    }

    @Test
    void readsOnWhileSubscriptionsAreRefused() throws IOException {
        seller.faults().randomly(1, Faults.path("/v2/webhooks"), new Fault.Forbidden());
        seller.shop().customers().create(CustomerProfile.of("ada@example.com", "Ada", "L"));
        Map<String, String> props = props();
        props.put(SourceKeys.FATAL_TIMEOUT, "60000");
        connect = TaskHarness.started(new SquareSourceConnector(), props, clock);
        connect.runUntil(() -> !connect.raw("customers").isEmpty()
                && (Long) connect.metric("webhook-subscription-failing-ms") > 120_000);
        assertThat((Long) connect.metric("webhook-subscription-errors-total")).isPositive();

        seller.faults().clear();
        connect.runUntil(() -> connect.metric("webhook-subscribed-topics").equals(3L));
        assertThat(connect.metric("webhook-subscription-failing-ms")).isEqualTo(0L);
    }

    private Map<String, String> props() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Map<String, String> props = new HashMap<>();
        props.put("name", "square-source");
        props.put("channel.instance", "square-fr");
        props.put("square.api.url", seller.baseUri().toString());
        props.put("square.access.token", seller.settings().accessToken());
        props.put("streams", "customers");
        props.put("webhook.enabled", "true");
        props.put("webhook.bind.host", "127.0.0.1");
        props.put("webhook.port", Integer.toString(port));
        props.put("webhook.public.url", "http://127.0.0.1:" + port + "/webhooks/square-fr");
        props.put("webhook.manage", "true");
        props.put("http.retry.timeout.ms", "0");
        return props;
    }
}
