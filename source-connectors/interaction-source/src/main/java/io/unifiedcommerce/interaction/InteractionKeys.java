package io.unifiedcommerce.interaction;

import io.unifiedcommerce.channel.config.ChannelKeys;
import io.unifiedcommerce.sourcekit.ListenerKeys;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The configuration keys of the collector. */
final class InteractionKeys {
    static final String DEFAULT_CHANNEL = "web-interactions";
    static final String SITES = "collector.sites";
    static final String ORIGINS = "collector.origins";
    static final String ORIGIN_REQUIRED = "collector.origin.required";
    static final String PATH = "collector.path";
    static final String PROXIES = "collector.trusted.proxies";
    static final String MAX_CONNECTIONS = "collector.max.connections";
    static final String MAX_BODY_BYTES = "collector.max.body.bytes";
    static final String MAX_EVENT_BYTES = "collector.max.event.bytes";
    static final String MAX_EVENTS = "collector.max.events";
    static final String MAX_PENDING = "collector.max.pending";
    static final String ACK_TIMEOUT = "collector.ack.timeout.ms";
    static final String RATE = "collector.rate.requests.per.second";
    static final String BURST = "collector.rate.burst";
    static final String BATCH_RECORDS = "collector.batch.max.records";
    static final String BUFFER_RECORDS = "collector.buffer.max.records";
    static final String BUFFER_BYTES = "collector.buffer.max.bytes";

    private static final String SENDERS = "Sites";
    private static final String LISTENER = "Listener";
    private static final String LIMITS = "Limits";

    /** Address and certificate. */
    static final ListenerKeys ADDRESS = new ListenerKeys("collector.", LISTENER);

    private InteractionKeys() {}

    static ConfigDef define() {
        ConfigDef def = new ConfigDef();
        def.define(
                ChannelKeys.CHANNEL,
                Type.STRING,
                DEFAULT_CHANNEL,
                Importance.LOW,
                "Folder of the shapes of bodies that are accepted: the built-in one, or one of kind events in "
                        + ChannelKeys.FOLDERS + ".",
                "Channel",
                1,
                Width.MEDIUM,
                "Channel");
        ChannelKeys.defineRecords(def);
        senders(def);
        listener(def);
        limits(def);
        PrivacyKeys.define(def);
        return def;
    }

    private static void senders(ConfigDef def) {
        def.define(
                SITES,
                Type.LIST,
                ConfigDef.NO_DEFAULT_VALUE,
                Importance.HIGH,
                "The sites and apps that send, as instance=key, such as shop-de=k3Xw9. The instance is part of every record's"
                        + " key. The key stands in the path of the site's requests, where everybody can see it.",
                SENDERS,
                1,
                Width.LONG,
                "Sites");
        def.define(
                ORIGINS,
                Type.LIST,
                "",
                Importance.HIGH,
                "Origins that browsers may send from, as instance=origin, or as origin for all sites, such as"
                        + " shop-de=https://www.shop.example. https://*.shop.example stands for all hosts below, null for a"
                        + " sandboxed frame, * for any origin.",
                SENDERS,
                2,
                Width.LONG,
                "Origins");
        def.define(
                ORIGIN_REQUIRED,
                Type.BOOLEAN,
                true,
                Importance.MEDIUM,
                "Whether a request that tells no origin is refused. Browsers tell it; turn this off for servers and apps.",
                SENDERS,
                3,
                Width.SHORT,
                "Origin required");
    }

    private static void listener(ConfigDef def) {
        ADDRESS.defineAddress(def, 1, 8086);
        def.define(
                PATH,
                Type.STRING,
                "/collect",
                ConfigDef.LambdaValidator.with(
                        InteractionKeys::ensurePath, () -> "a path that begins with a slash and does not end with one"),
                Importance.LOW,
                "What all paths begin with. A site sends to <path>/<key>/<shape>.",
                LISTENER,
                3,
                Width.MEDIUM,
                "Path");
        ADDRESS.defineTls(def, 4);
        def.define(
                PROXIES,
                Type.LIST,
                "",
                Importance.MEDIUM,
                "Addresses and networks of your own proxies and load balancers, such as 10.0.0.0/8. Only they are believed when"
                        + " they tell a client's address by X-Forwarded-For.",
                LISTENER,
                6,
                Width.LONG,
                "Trusted proxies");
        number(def, LISTENER, 7, MAX_CONNECTIONS, 2_000, 1, "Connections", "Most connections that are open at once.");
    }

    private static void limits(ConfigDef def) {
        number(
                def,
                LIMITS,
                1,
                RATE,
                10,
                0,
                "Requests per second",
                "Requests that one client may send per second on average; more get 429. A client is an address, or a network"
                        + " of 64 bits of version 6. 0 for no limit.");
        number(def, LIMITS, 2, BURST, 60, 1, "Burst", "Requests that one client may send at once.");
        number(
                def,
                LIMITS,
                3,
                MAX_BODY_BYTES,
                262_144,
                1_000,
                "Longest body",
                "Largest accepted body in bytes, packed and unpacked; a larger one gets 413.");
        number(
                def,
                LIMITS,
                4,
                MAX_EVENT_BYTES,
                65_536,
                500,
                "Largest event",
                "Largest event in bytes of JSON, with what its body says of all events; a larger one goes to the dead-letter"
                        + " topic without its content.");
        number(def, LIMITS, 5, MAX_EVENTS, 500, 1, "Events in a body", "Most events in a body; more get 413.");
        number(
                def,
                LIMITS,
                6,
                MAX_PENDING,
                400,
                1,
                "Open requests",
                "Most requests that are read or wait for Kafka at once; further ones get 503. Times the longest body it is the"
                        + " memory that bodies may take.");
        def.define(
                ACK_TIMEOUT,
                Type.INT,
                8_000,
                ConfigDef.Range.between(100, 14_000),
                Importance.LOW,
                "How long a request waits until Kafka has what it brought. Then it gets 503, and the sender tries again.",
                LIMITS,
                7,
                Width.SHORT,
                "Acknowledgement timeout");
        number(
                def,
                LIMITS,
                8,
                BATCH_RECORDS,
                2_000,
                1,
                "Records per batch",
                "Most records handed to Kafka Connect at once.");
        number(
                def,
                LIMITS,
                9,
                BUFFER_RECORDS,
                20_000,
                1,
                "Records in the buffer",
                "Most events received and not yet handed over; requests that bring more get 503.");
        number(
                def,
                LIMITS,
                10,
                BUFFER_BYTES,
                64 << 20,
                1_000,
                "Bytes in the buffer",
                "Most memory that these events may take, as an estimate.");
    }

    private static void number(
            ConfigDef def,
            String group,
            int order,
            String key,
            int byDefault,
            int least,
            String name,
            String documentation) {
        def.define(
                key,
                Type.INT,
                byDefault,
                ConfigDef.Range.atLeast(least),
                Importance.LOW,
                documentation,
                group,
                order,
                Width.SHORT,
                name);
    }

    private static void ensurePath(String key, Object value) {
        if (!value.toString().matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new ConfigException(key, value, "write parts of letters, digits and . _ ~ -, each after a slash");
        }
    }
}
