package io.unifiedcommerce.channel.config;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The configuration keys that all connectors share, whatever their channel. */
public final class ChannelKeys {
    public static final String CHANNEL = "channel";
    public static final String INSTANCE = "channel.instance";
    public static final String TENANT = "commerce.tenant";
    public static final String TOPIC_PREFIX = "topic.prefix";
    public static final String FOLDERS = "channel.folders";
    public static final String LIVE_CHECK = "validate.live";

    private static final String GROUP = "Channel";
    private static final ConfigDef.Validator NAME = ConfigDef.LambdaValidator.with(
            (key, value) -> {
                if (value != null && !value.toString().matches("[A-Za-z0-9._-]{1,100}")) {
                    throw new ConfigException(key, value, "use 1 to 100 letters, digits, dots, dashes or underscores");
                }
            },
            () -> "1 to 100 letters, digits, dots, dashes or underscores");

    private ChannelKeys() {}

    /** Adds the keys that every connector has, those of till databases included. */
    public static void define(ConfigDef def) {
        def.define(
                INSTANCE,
                Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                NAME,
                Importance.HIGH,
                "Name of the shop, account or till group, such as shop-de. It is part of every record's key: never change "
                        + "it, and never give two shops the same.",
                GROUP,
                2,
                Width.MEDIUM,
                "Channel instance");
        defineRecords(def);
        def.define(
                LIVE_CHECK,
                Type.BOOLEAN,
                true,
                Importance.LOW,
                "Whether creating or changing the connector asks the platform if the credentials are accepted and have "
                        + "the scopes needed. Takes 5 seconds at most; a platform that does not answer is no error.",
                GROUP,
                6,
                Width.SHORT,
                "Live check");
    }

    /** Adds the keys that say whose records they are, where they go, and how they are mapped. */
    public static void defineRecords(ConfigDef def) {
        def.define(
                TENANT,
                Type.STRING,
                "default",
                NAME,
                Importance.MEDIUM,
                "Merchant that the records belong to. It is part of every record's key.",
                GROUP,
                3,
                Width.MEDIUM,
                "Tenant");
        def.define(
                TOPIC_PREFIX,
                Type.STRING,
                "commerce",
                NAME,
                Importance.MEDIUM,
                "What the names of all topics start with.",
                GROUP,
                4,
                Width.MEDIUM,
                "Topic prefix");
        def.define(
                FOLDERS,
                Type.LIST,
                "",
                FolderDirectories.existing(),
                Importance.LOW,
                "Directories that hold channel folders of your own. A folder there wins over a built-in channel of the "
                        + "same name.",
                GROUP,
                5,
                Width.LONG,
                "Channel folders");
    }

    /** Adds the key that chooses the channel, for connectors that are not made for one. */
    public static void defineChannel(ConfigDef def) {
        def.define(
                CHANNEL,
                Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                Importance.HIGH,
                "Name of the channel: a built-in one, or a folder in " + FOLDERS + ".",
                GROUP,
                1,
                Width.MEDIUM,
                "Channel",
                new ChannelNames());
    }

    /** Offers the channels there are. */
    private record ChannelNames() implements ConfigDef.Recommender {
        @Override
        public List<Object> validValues(String key, Map<String, Object> parsedConfig) {
            return List.copyOf(
                    FolderDirectories.folders(parsedConfig.get(FOLDERS)).names());
        }

        @Override
        public boolean visible(String key, Map<String, Object> parsedConfig) {
            return true;
        }
    }
}
