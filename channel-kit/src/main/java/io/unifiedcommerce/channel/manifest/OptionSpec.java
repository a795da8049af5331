package io.unifiedcommerce.channel.manifest;

import java.util.List;

/**
 * One option of a channel; becomes one key of the connector's ConfigDef.
 *
 * @param validator null for none
 */
public record OptionSpec(
        @Setting("what the option means, in one sentence") String doc,

        @Setting(value = "type of the value", byDefault = "string")
        Type type,

        @Setting(value = "importance in the reference", byDefault = "medium")
        Importance importance,

        @Setting(value = "group in the reference", byDefault = "Platform")
        String group,

        @Setting(value = "name shown in user interfaces", optional = true)
        String displayName,

        @Setting(
                value = "value when the user gives none; without it the option is required unless optional",
                optional = true)
        String byDefault,

        @Setting(value = "whether it may be left out", byDefault = "false")
        boolean optional,

        @Setting(value = "allowed values", optional = true) List<String> oneOf,

        @Setting(value = "what the value must look like", optional = true)
        Validator validator) {

    /** Types as ConfigDef has them; a password is never logged or shown. */
    public enum Type {
        STRING,
        PASSWORD,
        INT,
        LONG,
        DOUBLE,
        BOOLEAN,
        LIST,
        DURATION
    }

    /** As ConfigDef's. */
    public enum Importance {
        HIGH,
        MEDIUM,
        LOW
    }

    /** Shapes that can be checked without the platform. */
    public enum Validator {
        HOST,
        URL,
        TIME_ZONE,
        CURRENCY,
        INSTANT,
        NON_EMPTY,
        SOAP_ENVELOPE
    }
}
