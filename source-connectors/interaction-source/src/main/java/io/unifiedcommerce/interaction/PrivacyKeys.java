package io.unifiedcommerce.interaction;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The configuration keys that say what is kept of visitors. */
final class PrivacyKeys {
    static final String CONSENT_ASSUMED = "collector.consent.assumed";
    static final String CONSENT_MISSING = "collector.consent.missing.action";
    static final String OPT_OUT = "collector.consent.gpc";
    static final String CLIENT_IP = "collector.client.ip";
    static final String USER_AGENT = "collector.client.user.agent";

    private static final String GROUP = "Privacy";

    private PrivacyKeys() {}

    static void define(ConfigDef def) {
        def.define(
                CONSENT_ASSUMED,
                Type.BOOLEAN,
                false,
                Importance.HIGH,
                "Whether a visitor who was not asked allows to be measured.",
                GROUP,
                1,
                Width.SHORT,
                "Consent assumed");
        choice(
                def,
                2,
                CONSENT_MISSING,
                "strip",
                new String[] {"strip", "drop"},
                "Without consent",
                "What becomes of an event whose visitor does not allow to be measured: strip removes all that tells who the"
                        + " visitor is, drop keeps nothing.");
        choice(
                def,
                3,
                OPT_OUT,
                "ads",
                new String[] {"ads", "all", "ignore"},
                "Global Privacy Control",
                "What the header Sec-GPC: 1 takes away whatever the event says: ads (consent to advertising), all (that and"
                        + " consent to be measured), or ignore (nothing).");
        choice(
                def,
                4,
                CLIENT_IP,
                "drop",
                new String[] {"drop", "truncate", "keep"},
                "Client address",
                "What is kept of a visitor's address: nothing, its first 24 bits (48 of version 6), or all of it.");
        def.define(
                USER_AGENT,
                Type.BOOLEAN,
                true,
                Importance.LOW,
                "Whether the name that the browser gives itself is kept.",
                GROUP,
                5,
                Width.SHORT,
                "User agent");
    }

    private static void choice(
            ConfigDef def,
            int order,
            String key,
            String byDefault,
            String[] allowed,
            String name,
            String documentation) {
        def.define(
                key,
                Type.STRING,
                byDefault,
                ConfigDef.ValidString.in(allowed),
                Importance.MEDIUM,
                documentation,
                GROUP,
                order,
                Width.SHORT,
                name);
    }
}
