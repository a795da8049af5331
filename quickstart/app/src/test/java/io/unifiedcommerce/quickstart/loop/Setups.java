package io.unifiedcommerce.quickstart.loop;

import io.unifiedcommerce.quickstart.platform.ChannelChoice;
import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.ProjectRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Channels as the loop is set up for them, without the loop. */
final class Setups {

    private Setups() {}

    static List<LoopChannel> of(ChannelChoice choice) {
        Map<String, ConnectorExample> examples = examples();
        List<LoopChannel> channels = new ArrayList<>();
        try (Platforms platforms = Platforms.start(choice.shops(), examples, 1)) {
            platforms.stores().forEach(store -> channels.add(store.channel()));
        }
        if (choice.till()) {
            channels.add(Till.channel(examples));
        }
        return channels;
    }

    static Map<String, ConnectorExample> examples() {
        return ConnectorExample.in(Distribution.under(ProjectRoot.path()).configExamples());
    }
}
