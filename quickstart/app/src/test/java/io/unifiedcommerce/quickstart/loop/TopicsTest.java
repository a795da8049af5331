package io.unifiedcommerce.quickstart.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.quickstart.stack.ProjectRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void everyTopicThatAConnectorOfTheLoopNamesIsMade() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String name : List.of(
                Connectors.SHOPIFY_SOURCE,
                Connectors.SHOPIFY_SINK,
                Connectors.BIGCOMMERCE_SOURCE,
                Connectors.BIGCOMMERCE_SINK,
                Connectors.TILL_SOURCE)) {
            Path example = ProjectRoot.path().resolve("config-examples").resolve(name + ".json");
            JsonNode config = new ObjectMapper().readTree(example.toFile());
            config.fields().forEachRemaining(entry -> {
                if (entry.getKey().endsWith("topic.name")) {
                    named.add(entry.getValue().asText());
                }
            });
            if (name.endsWith("-source")) {
                named.add("commerce.heartbeat." + config.path("channel").asText(name.replace("-source", "")));
            }
        }

        assertThat(named).contains("commerce.dlq.shopify-sink", "commerce.heartbeat.unicenta-opos");
        assertThat(Topics.side()).containsAll(named);
    }
}
