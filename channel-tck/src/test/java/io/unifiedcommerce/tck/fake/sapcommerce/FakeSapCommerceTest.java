package io.unifiedcommerce.tck.fake.sapcommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.hook.Hooks;
import io.unifiedcommerce.channel.hook.StoreCheck;
import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.http.OkHttpChannelClient;
import io.unifiedcommerce.channel.http.Pause;
import io.unifiedcommerce.channel.http.TransportSettings;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The simulated installation as the connectors' own client meets it. */
class FakeSapCommerceTest {
    private static final String STOCK = "/odata2webservices/UcStockLevel/StockLevels";
    private static final ChannelFolder FOLDER = ChannelFolders.builtIn().named("sap-commerce");
    private static final ApiManifest MANIFEST = (ApiManifest) FOLDER.manifest();
    private static final Path RESULTS = Path.parse("d.results");

    private final FakeClock clock = FakeClock.at("2026-11-20T10:00:00Z");

    @Test
    void aTokenThatExpiresOrIsTakenBackIsAskedForAgain() {
        try (FakeSapCommerce platform = start(SapCommerceSettings.defaults().renewingTokensAfter(Duration.ofHours(1)));
                ChannelClient client = client(platform)) {
            assertThat(stock(client, Map.of())).hasSize(3);
            clock.advance(Duration.ofHours(2));
            assertThat(stock(client, Map.of())).hasSize(3);
            platform.revokeToken();
            assertThat(stock(client, Map.of())).hasSize(3);

            assertThat(platform.requests().calls(call -> call.path().endsWith("/oauth/token")))
                    .hasSize(3);
            assertThat(platform.requests().withStatus(401)).isEqualTo(1);
        }
    }

    @Test
    void afterARefusalOfTheGatewayNothingIsSentUntilItHasCooledDown() {
        try (FakeSapCommerce platform = start(SapCommerceSettings.defaults().refusingAfter(10));
                ChannelClient client = client(platform)) {
            for (int i = 0; i < 40; i++) {
                assertThat(stock(client, Map.of())).hasSize(3);
            }
            // A call within the five seconds would have been refused, and lengthened them.
            assertThat(platform.requests().withStatus(429)).isEqualTo(4);
        }
    }

    @Test
    void aPageThatIsCutNamesTheNextOne() {
        try (FakeSapCommerce platform = start(SapCommerceSettings.defaults().paging(2));
                ChannelClient client = client(platform)) {
            Answer cut = client.call(
                    WriteRequests.get(STOCK, Map.of("$top", "top")), Map.of("top", 3), ChannelClient.Purpose.READ);
            assertThat(RESULTS.list(cut.body())).hasSize(2);
            assertThat(Path.parse("d.__next").string(cut.body())).contains("$skiptoken=2");
        }
    }

    @Test
    void filtersAsThePlatformDoesAndRefusesWhatItWouldNot() {
        try (FakeSapCommerce platform = start(SapCommerceSettings.defaults());
                ChannelClient client = client(platform)) {
            String some = "warehouse/code eq 'wh_main' and (productCode eq 'CUP' or productCode eq 'O''CLOCK')";
            assertThat(stock(client, Map.of("$filter", some))).hasSize(2);
            assertThat(stock(client, Map.of("$filter", "modifiedtime gt datetime'2026-11-20T10:00:00'")))
                    .isEmpty();
            refused(client, Map.of("$filter", "colour eq 'red'"), "invalid_property");
            refused(client, Map.of("$filter", "productCode eq 'O'CLOCK'"), "invalid_query_filter");
            refused(client, Map.of("$expand", "productCode"), "invalid_property");
        }
    }

    @Test
    void theMetadataTellsWhatAnIntegrationObjectLacks() {
        try (FakeSapCommerce platform = start(SapCommerceSettings.defaults())) {
            assertThat(check(platform, "UcOrder")).isEmpty();
            assertThat(check(platform, "UcNothing").get("sap.order.object")).contains("not there or not exposed");

            platform.withdrawAttributes("UcOrder/Orders", "modifiedtime", "paymentAddress");
            assertThat(check(platform, "UcOrder"))
                    .containsOnlyKeys("sap.order.object")
                    .hasEntrySatisfying(
                            "sap.order.object",
                            problem ->
                                    assertThat(problem).contains("attributes of Orders: modifiedtime, paymentAddress"));
        }
    }

    /** What is wrong for reading all streams, with orders from an integration object of that name. */
    private Map<String, String> check(FakeSapCommerce platform, String orders) {
        Map<String, String> options = options(platform);
        options.put("sap.order.object", orders);
        try (ChannelClient client = client(options)) {
            return Hooks.named(StoreCheck.class, MANIFEST.check().hook(), StoreCheck::name)
                    .problems(client, MANIFEST, options, MANIFEST.streams().keySet());
        }
    }

    @Test
    void aMissingGroupIsForbidden() {
        try (FakeSapCommerce platform = start(SapCommerceSettings.defaults());
                ChannelClient client = client(platform)) {
            platform.faults().withdrawScope("integrationviewgroup");
            assertThatThrownBy(() -> stock(client, Map.of())).isInstanceOf(ChannelException.Forbidden.class);
        }
    }

    @Test
    void filtersCompareTextsNumbersAndTimes() throws Exception {
        EntityShape shape = EntityShape.of("code available modifiedtime warehouse(code) entries*(entryNumber)");
        JsonNode row = new ObjectMapper()
                .readTree(
                        "{\"code\":\"A\",\"available\":7,\"modifiedtime\":\"/Date(1795168800000)/\",\"warehouse\":null}");
        assertThat(matches(shape, "available ge 7 and available lt 8M", row)).isTrue();
        assertThat(matches(shape, "modifiedtime le datetime'2026-11-20T10:00:00'", row))
                .isTrue();
        assertThat(matches(shape, "code eq 'B' or code ne 'C'", row)).isTrue();
        assertThat(matches(shape, "warehouse/code eq 'x'", row)).isFalse();
        assertThatThrownBy(() -> Filter.of(shape, "code eq")).isInstanceOf(ApiError.class);
        assertThatThrownBy(() -> Filter.of(shape, "startswith(code,'A')")).isInstanceOf(ApiError.class);
    }

    private static boolean matches(EntityShape shape, String filter, JsonNode row) {
        Predicate<JsonNode> compiled = Filter.of(shape, filter);
        return compiled.test(row);
    }

    private static void refused(ChannelClient client, Map<String, String> query, String code) {
        assertThatThrownBy(() -> stock(client, query))
                .isInstanceOfSatisfying(ChannelException.Rejected.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(Path.parse("error.code").string(refusal.body())).isEqualTo(code);
                });
    }

    private static List<Object> stock(ChannelClient client, Map<String, String> query) {
        Map<String, String> params = new HashMap<>();
        query.keySet().forEach(name -> params.put(name, name.substring(1)));
        Map<String, Object> values = new HashMap<>();
        query.forEach((name, value) -> values.put(name.substring(1), value));
        return RESULTS.list(client.call(WriteRequests.get(STOCK, params), values, ChannelClient.Purpose.READ)
                .body());
    }

    private FakeSapCommerce start(SapCommerceSettings settings) {
        FakeSapCommerce platform = FakeSapCommerce.start(settings.at(clock));
        for (String sku : List.of("TEE", "CUP", "O'CLOCK")) {
            platform.shop().catalogue().create(sku, new BigDecimal("10.00"), Map.of(1L, 5L));
        }
        platform.shop().customers().create(CustomerProfile.of("ines@example.com", "Inès", "Roux"));
        return platform;
    }

    private static Map<String, String> options(FakeSapCommerce platform) {
        Map<String, String> options = new HashMap<>();
        MANIFEST.options().forEach((key, option) -> {
            if (option.byDefault() != null) {
                options.put(key, option.byDefault());
            }
        });
        options.put("sap.api.url", platform.baseUri().toString());
        options.put("sap.client.id", platform.settings().clientId());
        options.put("sap.client.secret", platform.settings().clientSecret());
        return options;
    }

    private ChannelClient client(FakeSapCommerce platform) {
        return client(options(platform));
    }

    private ChannelClient client(Map<String, String> options) {
        Duration stall = Duration.ofSeconds(10);
        Pause pause = new Pause() {
            @Override
            public boolean await(Duration time) {
                clock.advance(time);
                return true;
            }

            @Override
            public void end() {
                // nobody waits
            }
        };
        TransportSettings settings = TransportSettings.of(stall, stall, stall, Duration.ofMinutes(10));
        return new OkHttpChannelClient(MANIFEST, FOLDER, options, settings, clock, pause, new Random(1));
    }
}
