package io.unifiedcommerce.smt;

import io.unifiedcommerce.channel.config.FolderDirectories;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Configuration of {@link NormalizeCommerceEvent}. */
final class NormalizeConfig extends AbstractConfig {
    static final String TOPIC_PREFIX = "topic.prefix";
    static final String DEAD_LETTER_TOPIC = "deadletter.topic.name";
    static final String CHANNEL_FOLDERS = "channel.folders";
    static final String TENANT = "commerce.tenant";
    static final String CHANNEL = "channel";
    static final String INSTANCE = "channel.instance";
    static final String STREAM = "stream";
    static final String CAPTURE_MODE = "capture.mode";
    static final String CONTEXT = "context";
    static final String CLOUD_EVENTS = "cloudevents.headers";

    private static final String ROUTING = "Routing";
    private static final String FOREIGN = "Records without headers";

    static final ConfigDef DEF = new ConfigDef()
            .define(
                    TOPIC_PREFIX,
                    Type.STRING,
                    "commerce",
                    Importance.HIGH,
                    "First part of the topics that unified events go to, as in <prefix>.orders.v1.",
                    ROUTING,
                    1,
                    Width.MEDIUM,
                    "Topic prefix")
            .define(
                    DEAD_LETTER_TOPIC,
                    Type.STRING,
                    "",
                    Importance.HIGH,
                    "Topic for records that do not map, with the cause in headers. Empty: such a record fails the task or"
                            + " is treated as errors.tolerance says.",
                    ROUTING,
                    2,
                    Width.MEDIUM,
                    "Dead-letter topic")
            .define(
                    CLOUD_EVENTS,
                    Type.BOOLEAN,
                    true,
                    Importance.LOW,
                    "Whether the envelope is copied to CloudEvents headers (binary mode).",
                    ROUTING,
                    3,
                    Width.SHORT,
                    "CloudEvents headers")
            .define(
                    CHANNEL_FOLDERS,
                    Type.LIST,
                    List.of(),
                    FolderDirectories.existing(),
                    Importance.LOW,
                    "Directories on the worker that hold channel folders of your own: the same as the connector's.",
                    ROUTING,
                    4,
                    Width.LONG,
                    "Channel folders")
            .define(
                    CHANNEL,
                    Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "Channel of records that have no header commerce.channel, such as those of another connector. Empty:"
                            + " records without the header pass unchanged.",
                    FOREIGN,
                    1,
                    Width.MEDIUM,
                    "Channel")
            .define(
                    INSTANCE,
                    Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "Channel instance of such records, such as shop-de.",
                    FOREIGN,
                    2,
                    Width.MEDIUM,
                    "Channel instance")
            .define(
                    STREAM,
                    Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "Stream of such records: it chooses the mapping. Empty: the last part of the topic's name.",
                    FOREIGN,
                    3,
                    Width.MEDIUM,
                    "Stream")
            .define(
                    TENANT,
                    Type.STRING,
                    "default",
                    Importance.LOW,
                    "Tenant of such records.",
                    FOREIGN,
                    4,
                    Width.MEDIUM,
                    "Tenant")
            .define(
                    CAPTURE_MODE,
                    Type.STRING,
                    "CDC",
                    ConfigDef.ValidString.in("WEBHOOK", "POLL", "CDC", "SNAPSHOT", "BACKFILL", "REPLAY"),
                    Importance.LOW,
                    "How such records were captured.",
                    FOREIGN,
                    5,
                    Width.SHORT,
                    "Capture mode")
            .define(
                    CONTEXT,
                    Type.LIST,
                    List.of(),
                    Importance.LOW,
                    "Values that mappings read under $context, as key=value, for records that do not carry them.",
                    FOREIGN,
                    6,
                    Width.LONG,
                    "Context");

    NormalizeConfig(Map<String, ?> values) {
        super(DEF, values);
    }
}
