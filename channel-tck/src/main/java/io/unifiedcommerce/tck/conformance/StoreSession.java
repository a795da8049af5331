package io.unifiedcommerce.tck.conformance;

import io.unifiedcommerce.channel.config.ContextFields;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.OkHttpChannelClient;
import io.unifiedcommerce.channel.http.Pause;
import io.unifiedcommerce.channel.http.TransportSettings;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.tck.conformance.link.LinkedStore;
import io.unifiedcommerce.tck.conformance.link.PlatformLink;
import io.unifiedcommerce.tck.fake.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A filled store that a channel is linked to, in simulated time: waits for quota and retries cost none. */
final class StoreSession implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration STALL = Duration.ofSeconds(20);

    private final Subject subject;
    private final ApiManifest api;
    private final FakeClock clock = FakeClock.at(NOW);
    private final LinkedStore store;

    private StoreSession(Subject subject, ApiManifest api, PlatformLink link) {
        this.subject = subject;
        this.api = api;
        this.store = link.open(clock);
        store.fill();
        // Later than all changes, and than what a cursor's lag holds back.
        clock.advance(Duration.ofMinutes(10));
    }

    static StoreSession open(Subject subject, ApiManifest api, PlatformLink link) {
        return new StoreSession(subject, api, link);
    }

    FakeClock clock() {
        return clock;
    }

    LinkedStore store() {
        return store;
    }

    /** The client that connectors use; it tries again for some minutes of simulated time. */
    ChannelClient patientClient() {
        return client(Duration.ofMinutes(10));
    }

    /** The client that connectors use, without a second try. */
    ChannelClient hastyClient() {
        return client(Duration.ZERO);
    }

    /** The options that lead to the store, with the manifest's defaults. */
    Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        api.options().forEach((key, option) -> {
            if (option.byDefault() != null) {
                options.put(key, option.byDefault());
            }
        });
        options.putAll(store.options());
        return options;
    }

    /** What records carry under {@code $context}. */
    Map<String, Object> context() {
        return ContextFields.of(api.context(), options());
    }

    private ChannelClient client(Duration patience) {
        TransportSettings settings = TransportSettings.of(STALL, STALL, STALL, patience);
        return new OkHttpChannelClient(
                api, subject.folder(), options(), settings, clock, simulatedPause(), new Random(1));
    }

    private Pause simulatedPause() {
        return new Pause() {
            @Override
            public boolean await(Duration time) {
                clock.advance(time);
                return true;
            }

            @Override
            public void end() {
                // nobody waits
            }
        };
    }

    @Override
    public void close() {
        store.close();
    }
}
