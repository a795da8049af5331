package io.unifiedcommerce.quickstart.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.quickstart.platform.ChannelChoice;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void everyTopicThatAConnectorOfTheLoopNamesIsMade() {
        assertThat(Topics.side(Setups.of(ChannelChoice.standard())))
                .containsExactlyInAnyOrder(
                        "commerce.dlq.normalize",
                        "commerce.dlq.channel-source",
                        "commerce.dlq.pos-source",
                        "commerce.dlq.shopify-sink",
                        "commerce.dlq.bigcommerce-sink",
                        "commerce.dlq.inventory",
                        "commerce.heartbeat.shopify",
                        "commerce.heartbeat.bigcommerce",
                        "commerce.heartbeat.unicenta-opos");
    }

    @Test
    void aChannelMoreHasTopicsOfItsOwn() {
        assertThat(Topics.side(Setups.of(ChannelChoice.parse("square"))))
                .contains("commerce.dlq.square-sink", "commerce.heartbeat.square")
                .doesNotContain("commerce.dlq.shopify-sink");
    }
}
