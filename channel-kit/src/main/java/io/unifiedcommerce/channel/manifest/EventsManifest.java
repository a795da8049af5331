package io.unifiedcommerce.channel.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that are sent to us: what the bodies of such requests look like. Each stream is one shape of body. */
@Kind("events")
public record EventsManifest(
        @Setting("the folder's name") String channel,
        @Setting("what sends the events") String title,

        @Setting(value = "connector options by configuration key", optional = true)
        Map<String, OptionSpec> options,

        @Setting(value = "options that travel with records under $context", optional = true)
        List<String> context,

        @Setting("shapes of bodies, by the name that stands in the path of a request")
        Map<String, ShapeSpec> streams)
        implements ChannelManifest {

    @Override
    public Map<String, MappedStream> mappedStreams() {
        Map<String, MappedStream> mapped = new LinkedHashMap<>();
        streams.forEach((name, shape) -> mapped.put(name, new MappedStream(name, shape.entity(), shape.mapping())));
        return mapped;
    }

    /**
     * One shape of body. Its paths read an event with what the body says of all its events beside it, under {@code $batch}.
     */
    public record ShapeSpec(
            @Setting("unified entity it is mapped to") String entity,
            @Setting("mapping file in the channel's folder") String mapping,

            @Setting(
                    value = "key of the list of events in a body; a body without it is one event, a body that is a list"
                            + " holds several",
                    optional = true)
            String events,

            @Setting(
                    value = "path of the id that the sender gave the event; without it, the event's content is its id",
                    optional = true)
            String id,

            @Setting(
                    value = "paths of the event's time by the sender's clock; the first that has a value counts",
                    optional = true)
            List<String> time,

            @Setting(
                    value = "paths of the time of sending by the sender's clock; the first that has a value counts",
                    optional = true)
            List<String> sentAt,

            @Setting(value = "how the times are written", byDefault = "iso")
            TimeFormat timeFormat,

            @Setting(value = "what the visitor allowed", optional = true)
            ConsentSpec consent,

            @Setting(
                    value =
                            "paths that are always removed: what no mapping reads and nobody should keep, such as addresses",
                    optional = true)
            List<String> never,

            @Setting(
                    value =
                            "paths of what tells who the visitor is; removed when the visitor did not allow to be measured",
                    optional = true)
            List<String> identifiers,

            @Setting(
                    value =
                            "paths of web addresses; they lose what follows the question mark when the visitor did not allow"
                                    + " to be measured",
                    optional = true)
            List<String> urls) {}

    /** What the visitor allowed: true and false, or words such as granted and denied. */
    public record ConsentSpec(
            @Setting(
                    value = "paths of whether the visit may be measured; the first that has a value counts",
                    optional = true)
            List<String> analytics,

            @Setting(
                    value = "paths of whether the visit may be used for advertising; the first that has a value counts",
                    optional = true)
            List<String> ads) {}

    /** How a sender writes an instant. */
    public enum TimeFormat {
        ISO,
        EPOCH_SECONDS,
        EPOCH_MILLIS,
        EPOCH_MICROS
    }
}
