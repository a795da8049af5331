package io.unifiedcommerce.quickstart.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.unifiedcommerce.quickstart.platform.ChannelChoice;
import io.unifiedcommerce.quickstart.stack.ProjectRoot;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LedgerConfigurationTest {

    @Test
    void isTheShippedOneForTheThreeChannels() throws IOException {
        JsonNode shipped = new YAMLMapper()
                .readTree(ProjectRoot.path()
                        .resolve("config-examples/inventory-ledger.yaml")
                        .toFile());
        JsonNode generated = ledger(ChannelChoice.standard());
        assertThat(generated.at("/timing/quiet").asText())
                .isEqualTo(shipped.at("/timing/quiet").asText());
        assertThat(generated.path("aliases")).isEqualTo(shipped.path("aliases"));
        assertThat(generated.path("channels")).isEqualTo(shipped.path("channels"));
        assertThat(generated.path("locations")).isEqualTo(shipped.path("locations"));
    }

    @Test
    void shopsSellFromEveryCounterAndACounterFromItself() {
        JsonNode ledger = ledger(ChannelChoice.parse("adobe-commerce,cegid-y2,unicenta-opos"));
        assertThat(ledger.at("/locations/1").toString())
                .isEqualTo("{\"id\":\"y2-fr\",\"authority\":\"y2-fr\",\"measured\":\"AVAILABLE\"}");
        assertThat(ledger.at("/aliases").toString())
                .isEqualTo("{\"shop-fr\":{\"default\":\"warehouse\"},\"y2-fr\":{\"1\":\"y2-fr\"}}");
        assertThat(ledger.at("/channels/0").toString())
                .isEqualTo("{\"instance\":\"shop-fr\",\"sells\":[\"warehouse\",\"y2-fr\",\"store\"],"
                        + "\"push\":{\"location_id\":\"website:base\",\"mode\":\"SET\"}}");
        assertThat(ledger.at("/channels/1").toString()).isEqualTo("{\"instance\":\"y2-fr\",\"sells\":[\"y2-fr\"]}");
    }

    @Test
    void waitsAsLongAsTheSlowestChannelsOrdersTake() {
        assertThat(ledger(ChannelChoice.parse("shopify,adobe-commerce"))
                        .at("/timing/quiet")
                        .asText())
                .isEqualTo("PT6M40S");
    }

    private static JsonNode ledger(ChannelChoice choice) {
        return new LedgerConfiguration(Setups.of(choice)).json();
    }
}
