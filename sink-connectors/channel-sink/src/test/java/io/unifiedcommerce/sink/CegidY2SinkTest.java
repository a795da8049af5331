package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.tck.fake.cegid.CegidSettings;
import io.unifiedcommerce.tck.fake.cegid.FakeCegid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sink for Y2 can write depends on what the tenant tells of its site. */
class CegidY2SinkTest {
    private static final String STOCK = "commerce.cmd.inventory-target.v1";
    private static final String PROFILES = "commerce.profiles.v1";

    @TempDir
    Path directory;

    private final FakeCegid site = FakeCegid.start(CegidSettings.defaults());

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void stockIsRefusedWithTheReasonUnlessTheTenantSuppliesATemplate() throws IOException {
        assertThat(errors(props(STOCK)))
                .containsOnlyKeys("topics")
                .extractingByKey("topics")
                .asString()
                .contains("without cegid.stock.template")
                .contains("Y2 has no known call that sets a stock level");

        Map<String, String> props = props(STOCK);
        props.put("cegid.stock.template", template().toString());
        props.put("cegid.stock.service", "TenantStockService.svc");
        props.put("cegid.stock.action", "urn:tenant/ITenantStock/SetStock");
        assertThat(errors(props)).isEmpty();
    }

    @Test
    void aTemplateThatIsNoEnvelopeIsAnErrorOfItsKey() throws IOException {
        for (String wrong : List.of("no XML", "<SetStock/>", "<a>${sku}<b/></a>")) {
            Map<String, String> props = props(STOCK);
            props.put(
                    "cegid.stock.template",
                    Files.writeString(directory.resolve("wrong.xml"), wrong).toString());

            assertThat(errors(props)).as(wrong).containsOnlyKeys("cegid.stock.template");
        }
        Map<String, String> props = props(STOCK);
        props.put("cegid.stock.template", directory.resolve("missing.xml").toString());
        assertThat(errors(props)).containsOnlyKeys("cegid.stock.template");
    }

    @Test
    void profilesNeedTheUserFieldsThatTheyAreShownIn() {
        Map<String, String> props = props(PROFILES);
        assertThat(errors(props)).isEmpty();

        props.remove("cegid.profile.user.fields");
        assertThat(errors(props))
                .containsOnlyKeys("topics")
                .extractingByKey("topics")
                .asString()
                .contains("cegid.profile.user.fields");
    }

    @Test
    void aWrongPasswordIsAnErrorOfThePassword() {
        Map<String, String> props = props(PROFILES);
        props.put("cegid.password", "wrong");

        assertThat(errors(props)).containsOnlyKeys("cegid.password");
    }

    private Path template() throws IOException {
        try (InputStream in = FakeCegid.class.getResourceAsStream("tenant-stock.xml")) {
            return Files.write(directory.resolve("stock.xml"), in.readAllBytes());
        }
    }

    private Map<String, String> props(String topic) {
        Map<String, String> props = new HashMap<>();
        props.put("topics", topic);
        props.put("channel.instance", "y2-fr");
        props.put("cegid.url", site.baseUri().toString());
        props.put("cegid.database.id", site.settings().databaseId());
        props.put("cegid.user", site.settings().user());
        props.put("cegid.password", site.settings().password());
        props.put("cegid.time.zone", "Europe/Paris");
        props.put("cegid.profile.user.fields", "segments:21");
        props.put("reporter.bootstrap.servers", "localhost:9092");
        return props;
    }

    private static Map<String, List<String>> errors(Map<String, String> props) {
        return new CegidY2SinkConnector()
                .validate(props).configValues().stream()
                        .filter(value -> !value.errorMessages().isEmpty())
                        .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
