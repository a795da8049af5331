package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.scenario.SalesChannel;
import io.unifiedcommerce.quickstart.stack.ConnectRest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The connectors of the loop, with the configurations that the project ships as examples. */
final class Connectors {

    private final List<LoopChannel> channels;

    Connectors(List<LoopChannel> channels) {
        this.channels = channels;
    }

    /** All sinks first. */
    void create(ConnectRest rest) {
        channels.forEach(channel -> channel.sinks().forEach(sink -> rest.put(sink.name(), sink.configuration())));
        channels.forEach(
                channel -> rest.put(channel.source().name(), channel.source().configuration()));
    }

    /** The consumer groups that Connect gives to the sinks. */
    List<String> sinkGroups() {
        return channels.stream()
                .flatMap(channel -> channel.sinks().stream())
                .map(sink -> "connect-" + sink.name())
                .toList();
    }

    /** The channel of each connector, by the connector's name. */
    Map<String, SalesChannel> channels() {
        Map<String, SalesChannel> byName = new TreeMap<>();
        channels.forEach(
                channel -> channel.connectors().forEach(connector -> byName.put(connector.name(), channel.channel())));
        return byName;
    }
}
