package io.unifiedcommerce.channel.manifest;

import java.util.List;
import java.util.Map;

/** What {@code channel.yaml} says: a platform's API, a till's database, or events that are sent to us. */
public sealed interface ChannelManifest permits ApiManifest, DatabaseManifest, EventsManifest {

    /** The channel's name, equal to its folder's. */
    String channel();

    /** The platform's name as its maker writes it. */
    String title();

    /** Options by configuration key; they become part of the connector's ConfigDef. */
    Map<String, OptionSpec> options();

    /**
     * Keys of options whose values travel with each record under {@code $context}, for mappings that need a currency or a
     * time zone which the platform's records do not carry. Never a secret.
     */
    List<String> context();

    /** Entities and what they map from, by stream name. */
    Map<String, MappedStream> mappedStreams();

    /** A stream seen by the mapping: which entity it becomes, by which mapping file. */
    record MappedStream(String stream, String entity, String mapping) {}
}
