package io.unifiedcommerce.interaction;

import io.unifiedcommerce.channel.config.ChannelKeys;
import io.unifiedcommerce.channel.config.FolderDirectories;
import io.unifiedcommerce.channel.event.EventPolicy;
import io.unifiedcommerce.channel.event.EventReader;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.EventsManifest;
import io.unifiedcommerce.channel.manifest.ManifestException;
import io.unifiedcommerce.channel.mapping.Normalizer;
import io.unifiedcommerce.interaction.collect.CollectSettings;
import io.unifiedcommerce.interaction.collect.Proxies;
import io.unifiedcommerce.interaction.collect.Site;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of one collector. */
final class InteractionConfig extends AbstractConfig {
    private final EventsManifest manifest;
    private final List<Site> sites;
    private final Proxies proxies;

    /** @throws ConfigException when a value is missing or wrong, on the first such key */
    InteractionConfig(Map<String, String> props) {
        // Kafka Connect logs the configuration already; a second copy for each task tells nothing new.
        super(InteractionKeys.define(), props, false);
        manifest = manifest();
        sites = SiteList.parse(getList(InteractionKeys.SITES), getList(InteractionKeys.ORIGINS));
        proxies = proxies();
    }

    private EventsManifest manifest() {
        String channel = getString(ChannelKeys.CHANNEL);
        try {
            ChannelFolder folder = FolderDirectories.folders(originals().get(ChannelKeys.FOLDERS))
                    .named(channel);
            if (folder.manifest() instanceof EventsManifest events) {
                // The transform maps what is collected; a fault of a mapping is better told here than there.
                Normalizer.of(folder, events);
                return events;
            }
        } catch (IllegalArgumentException | ManifestException e) {
            throw new ConfigException(ChannelKeys.CHANNEL, channel, e.getMessage());
        }
        throw new ConfigException(
                ChannelKeys.CHANNEL, channel, "nobody sends its events; use the connector for channels");
    }

    private Proxies proxies() {
        try {
            return new Proxies(getList(InteractionKeys.PROXIES));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(InteractionKeys.PROXIES, getList(InteractionKeys.PROXIES), e.getMessage());
        }
    }

    String channel() {
        return manifest.channel();
    }

    List<Site> sites() {
        return sites;
    }

    Proxies trustedProxies() {
        return proxies;
    }

    /** Readers of bodies by the name of the shape. */
    Map<String, EventReader> readers() {
        EventPolicy policy = new EventPolicy(
                getBoolean(PrivacyKeys.CONSENT_ASSUMED),
                choice(EventPolicy.WithoutConsent.class, PrivacyKeys.CONSENT_MISSING),
                choice(EventPolicy.OptOut.class, PrivacyKeys.OPT_OUT),
                getInt(InteractionKeys.MAX_EVENT_BYTES));
        Map<String, EventReader> readers = new LinkedHashMap<>();
        manifest.streams().forEach((name, shape) -> readers.put(name, new EventReader(shape, policy)));
        return readers;
    }

    CollectSettings settings() {
        return new CollectSettings(
                getString(InteractionKeys.PATH),
                getBoolean(InteractionKeys.ORIGIN_REQUIRED),
                getInt(InteractionKeys.MAX_BODY_BYTES),
                getInt(InteractionKeys.MAX_EVENTS),
                getInt(InteractionKeys.MAX_PENDING),
                Duration.ofMillis(getInt(InteractionKeys.ACK_TIMEOUT)),
                choice(CollectSettings.ClientIp.class, PrivacyKeys.CLIENT_IP),
                getBoolean(PrivacyKeys.USER_AGENT));
    }

    private <E extends Enum<E>> E choice(Class<E> type, String key) {
        return Enum.valueOf(type, getString(key).toUpperCase(Locale.ROOT));
    }

    /** The connector's name, for its threads. */
    String name() {
        return originalsStrings().getOrDefault("name", "interaction-source");
    }
}
