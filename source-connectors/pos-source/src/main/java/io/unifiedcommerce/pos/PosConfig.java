package io.unifiedcommerce.pos;

import io.unifiedcommerce.channel.config.ChannelKeys;
import io.unifiedcommerce.channel.config.OptionKeys;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.manifest.DatabaseManifest;
import io.unifiedcommerce.channel.manifest.ManifestException;
import io.unifiedcommerce.pos.capture.CaptureSettings;
import io.unifiedcommerce.pos.database.Preflight;
import io.unifiedcommerce.pos.database.TillAddress;
import io.unifiedcommerce.pos.database.TillKeys;
import io.unifiedcommerce.pos.record.RecordPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of one connector for one store's till database. */
final class PosConfig extends AbstractConfig {
    private final DatabaseManifest manifest;

    private PosConfig(DatabaseManifest manifest, Map<String, String> props) {
        // Kafka Connect logs the configuration already; a second copy for each task tells nothing new.
        super(definition(manifest), props, false);
        this.manifest = manifest;
    }

    /**
     * Reads a configuration.
     *
     * @throws ConfigException when a value is missing or wrong, on the first such key
     */
    static PosConfig parse(Map<String, String> props) {
        return new PosConfig(manifest(props), props);
    }

    /** All keys, with those of the built-in channel. */
    static ConfigDef definition() {
        return definition(manifest(Map.of()));
    }

    static ConfigDef definition(DatabaseManifest manifest) {
        ConfigDef def = PosKeys.define();
        OptionKeys.define(manifest, def);
        return def;
    }

    /**
     * The manifest of the till that a configuration names.
     *
     * @throws ConfigException when there is none, or it is no till's
     */
    static DatabaseManifest manifest(Map<String, String> props) {
        String channel = props.getOrDefault(ChannelKeys.CHANNEL, PosKeys.DEFAULT_CHANNEL);
        String folders = props.getOrDefault(ChannelKeys.FOLDERS, "");
        List<Path> directories = folders.isBlank()
                ? List.of()
                : List.of(folders.split(",")).stream()
                        .map(String::trim)
                        .map(Path::of)
                        .toList();
        try {
            ChannelFolder folder = new ChannelFolders(PosConfig.class.getClassLoader(), directories).named(channel);
            ChannelManifest manifest = folder.manifest();
            if (manifest instanceof DatabaseManifest database) {
                return database;
            }
        } catch (IllegalArgumentException | ManifestException e) {
            throw new ConfigException(ChannelKeys.CHANNEL, channel, e.getMessage());
        }
        throw new ConfigException(ChannelKeys.CHANNEL, channel, "it is a platform; use the connector for channels");
    }

    RecordPlan plan() {
        return new RecordPlan(manifest);
    }

    int batch() {
        return getInt(PosKeys.BATCH);
    }

    int queue() {
        return getInt(PosKeys.QUEUE);
    }

    boolean liveCheck() {
        return getBoolean(ChannelKeys.LIVE_CHECK);
    }

    TillAddress address() {
        return new TillAddress(
                getString(TillKeys.HOST),
                getInt(TillKeys.PORT),
                getString(TillKeys.USER),
                getPassword(TillKeys.PASSWORD),
                getString(TillKeys.DATABASE),
                getString(TillKeys.SSL_MODE),
                getString(TillKeys.SSL_ROOT_CERTIFICATE));
    }

    Preflight.Capture capture() {
        return new Preflight.Capture(getString(TillKeys.SLOT), getString(TillKeys.PUBLICATION));
    }

    CaptureSettings settings() {
        return new CaptureSettings(
                new CaptureSettings.Provenance(
                        originalsStrings().getOrDefault("name", manifest.channel()),
                        getString(ChannelKeys.TENANT),
                        manifest.channel(),
                        getString(ChannelKeys.INSTANCE),
                        getString(ChannelKeys.TOPIC_PREFIX)),
                address(),
                capture(),
                options(),
                getString(PosKeys.SINCE),
                millis(PosKeys.HEARTBEAT),
                millis(PosKeys.POLL_INTERVAL),
                getInt(PosKeys.REFERENCE_ROWS),
                getInt(PosKeys.TRANSACTION_ROWS),
                millis(PosKeys.BACKOFF));
    }

    Map<String, String> options() {
        return OptionKeys.values(manifest, this);
    }

    private Duration millis(String key) {
        return Duration.ofMillis(getInt(key));
    }
}
