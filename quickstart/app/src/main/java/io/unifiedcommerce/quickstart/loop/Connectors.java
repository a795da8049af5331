package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.scenario.SalesChannel;
import io.unifiedcommerce.quickstart.stack.ConnectRest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The connectors of the loop, with the configurations that the project ships as examples. */
final class Connectors {

    static final String SHOPIFY_SOURCE = "shopify-source";
    static final String SHOPIFY_SINK = "shopify-sink";
    static final String BIGCOMMERCE_SOURCE = "bigcommerce-source";
    static final String BIGCOMMERCE_SINK = "bigcommerce-sink";
    static final String TILL_SOURCE = "unicenta-pos-source";

    /** Sinks before sources: they have nothing to do yet, and every command finds its sink listening. */
    private static final List<String> ORDER =
            List.of(SHOPIFY_SINK, BIGCOMMERCE_SINK, SHOPIFY_SOURCE, BIGCOMMERCE_SOURCE, TILL_SOURCE);

    private final Map<String, ConnectorExample> examples;

    Connectors(Map<String, ConnectorExample> examples) {
        this.examples = examples;
    }

    void create(ConnectRest rest) {
        ORDER.forEach(name -> rest.put(name, examples.get(name).configuration()));
    }

    /** The consumer groups that Connect gives to the sinks. */
    List<String> sinkGroups() {
        return List.of("connect-" + SHOPIFY_SINK, "connect-" + BIGCOMMERCE_SINK);
    }

    /** The channel of each connector, by the connector's name. */
    Map<String, SalesChannel> channels() {
        Map<String, SalesChannel> channels = new TreeMap<>();
        for (String name : ORDER) {
            String instance = examples.get(name).channelInstance();
            Arrays.stream(SalesChannel.values())
                    .filter(channel -> channel.instance().equals(instance))
                    .forEach(channel -> channels.put(name, channel));
        }
        return channels;
    }
}
