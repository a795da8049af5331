package io.unifiedcommerce.tck.fake.salesforcecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.http.OkHttpChannelClient;
import io.unifiedcommerce.channel.http.Pause;
import io.unifiedcommerce.channel.http.TransportSettings;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.WriteSpec.Mode;
import io.unifiedcommerce.channel.read.Emission;
import io.unifiedcommerce.channel.read.Position;
import io.unifiedcommerce.channel.read.Slice;
import io.unifiedcommerce.channel.read.StreamPlan;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.tck.conformance.simulation.ReadingRun;
import io.unifiedcommerce.tck.fake.FakeClock;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.Faults;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import io.unifiedcommerce.tck.fake.shop.OrderDraft;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The channel against a tenant that does what the platform is known to do to its clients. */
class FakeSalesforceCommerceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration SETTLING = Duration.ofMinutes(3);

    private final ChannelFolder folder = ChannelFolders.builtIn().named("salesforce-commerce");
    private final ApiManifest api = (ApiManifest) folder.manifest();
    private final FakeClock clock = FakeClock.at(Instant.parse("2026-11-22T12:00:00Z"));
    private final Map<String, String> options = new HashMap<>();
    private FakeSalesforceCommerce tenant;
    private ChannelClient client;

    @BeforeEach
    void open() {
        tenant = FakeSalesforceCommerce.start(SalesforceSettings.defaults().at(clock));
        for (int i = 0; i < 30; i++) {
            tenant.shop().catalogue().create("SKU-" + i, new BigDecimal("10.00"), Map.of(1L, 100L));
        }
        SalesforceSettings settings = tenant.settings();
        String address = tenant.baseUri().toString();
        options.put("salesforce.api.url", address);
        options.put("salesforce.instance.url", address);
        options.put("salesforce.account.manager.url", address);
        options.put("salesforce.ocapi.version", "v25_6");
        options.put("salesforce.tenant.id", settings.tenantId());
        options.put("salesforce.site.id", settings.siteId());
        options.put("salesforce.customer.list.id", settings.customerListId());
        options.put("salesforce.oci.tenant.group.id", settings.tenantGroupId());
        options.put("salesforce.client.id", settings.clientId());
        options.put("salesforce.client.secret", settings.clientSecret());
        options.put("salesforce.scopes", String.join(" ", settings.scopes()));
        client = client();
        clock.advance(Duration.ofMinutes(20));
    }

    @AfterEach
    void close() {
        client.close();
        tenant.close();
    }

    private ChannelClient client() {
        TransportSettings settings = TransportSettings.of(PATIENCE, PATIENCE, PATIENCE, PATIENCE);
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
        return new OkHttpChannelClient(api, folder, options, settings, clock, pause, new Random(1));
    }

    @Test
    void renewsAnExpiredAndARevokedToken() {
        assertThat(ids("products")).hasSize(30);
        clock.advance(Duration.ofMinutes(31));
        assertThat(ids("products")).hasSize(30);
        tenant.revokeTokens();
        assertThat(ids("products")).hasSize(30);
    }

    @Test
    void sendsTheClientInTheFormWhereItIsToldTo() {
        options.put("salesforce.client.in.form", "yes");
        try (ChannelClient inForm = client()) {
            assertThat(run("products").read(inForm, null, null, SETTLING)).isNotEmpty();
        }
    }

    @Test
    void saysThatAScopeMayBeMissing() {
        tenant.faults().withdrawScope("sfcc.products");
        assertThatThrownBy(() -> ids("products"))
                .isInstanceOf(ChannelException.Unauthorized.class)
                .hasMessageContaining("lacks a scope")
                .hasMessageNotContaining(tenant.settings().clientSecret());

        tenant.faults().clear();
        assertThat(ids("products")).hasSize(30);
        tenant.faults().withdrawScope("sfcc.products");
        assertThatThrownBy(() -> ids("products")).isInstanceOf(ChannelException.Forbidden.class);
    }

    @Test
    void readsEverythingThroughOverloadMaintenanceAndHalfAnswers() {
        tenant.faults()
                .next(
                        Faults.path("product-search"),
                        new Fault.ServerError(503),
                        new Fault.MaintenancePage(),
                        new Fault.HalfBody(),
                        new Fault.TooManyRequests(Duration.ofSeconds(7), false),
                        new Fault.Cut(false));

        assertThat(ids("products")).hasSize(30);
    }

    @Test
    void readsAnExportWhoseFileBreaksOffWithoutRepeatingARecord() {
        tenant.failNextExports(1);
        tenant.faults().next(Faults.path("file-content"), new Fault.HalfBody(), new Fault.HalfBody());
        List<ReadingRun.Step> steps = new ArrayList<>();
        for (int tries = 0; steps.isEmpty() && tries < 5; tries++) {
            try {
                steps.addAll(run("availability_records").read(client, null, null, SETTLING));
            } catch (ChannelException.Transient again) {
                // as the task does: another step
            }
        }

        assertThat(records(steps)).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void followsSalesCountsAndDeletionsByTheFeed() {
        List<ReadingRun.Step> steps = run("availability_records").read(client, null, null, SETTLING, () -> {
            for (int i = 0; i < 25; i++) {
                tenant.shop().stock().count("SKU-" + i, 1, 7);
            }
            tenant.shop()
                    .orders()
                    .place(OrderDraft.of("EUR", 1, new OrderDraft.Line("SKU-29", 2, new BigDecimal("10.00"))));
            tenant.shop()
                    .catalogue()
                    .delete(tenant.shop().catalogue().onlyBySku("SKU-28").productId());
        });

        Map<String, Map<String, Object>> newest = new HashMap<>();
        steps.forEach(step -> step.emissions().forEach(emission -> {
            Emission.ChannelRecord record = (Emission.ChannelRecord) emission;
            newest.put(record.id(), record.value());
        }));
        assertThat(newest.get("SKU-3")).containsEntry("atf", 7L).containsEntry("deltaType", "Change");
        assertThat(newest.get("SKU-29")).containsEntry("onHand", 100L).containsEntry("reserved", 2L);
        assertThat(newest.get("SKU-28")).containsEntry("deltaType", "Delete");
        assertThat(newest.get("SKU-27")).containsEntry("atf", 100L);
    }

    @Test
    void exportsAgainWhenTheTokenHasExpired() {
        List<ReadingRun.Step> first = run("availability_records")
                .read(client, null, null, SETTLING, () -> tenant.shop().stock().count("SKU-1", 1, 9));
        Position stored = first.get(first.size() - 1).after();
        assertThat(stored.phase()).isEqualTo(Position.Phase.LIVE);
        tenant.shop().stock().count("SKU-3", 1, 7);
        clock.advance(Duration.ofHours(24));

        List<ReadingRun.Step> again = run("availability_records").read(client, null, live(stored), SETTLING);

        assertThat(records(again)).hasSize(30);
    }

    @Test
    void readsNativeListsAndTheirStores() {
        tenant.shop().locations().create("Lyon", "LYON");
        tenant.shop().stock().count("SKU-3", 2, 4);

        List<ReadingRun.Step> levels =
                run("inventory_levels").read(client, new Slice("inv-2", Map.of("id", "inv-2")), null, SETTLING);
        assertThat(records(levels)).containsExactly("SKU-3");
        assertThat(ids("locations")).containsExactlyInAnyOrder("inv-1", "inv-2");
    }

    @Test
    void readsMoreCustomersThanOnePage() {
        for (int i = 0; i < 450; i++) {
            tenant.shop().customers().create(CustomerProfile.of(i + "@example.org", "A", "B" + i));
        }

        assertThat(ids("customers")).hasSize(450);
    }

    @Test
    void writesBothKindsOfStock() {
        StockCommand target = new StockCommand("push-1", "SKU-3", "inv-1", Mode.SET, 0, null, 42);
        tenant.shop().orders().place(OrderDraft.of("EUR", 1, new OrderDraft.Line("SKU-3", 5, new BigDecimal("10.00"))));
        assertThat(write(target, options)).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(tenant.shop().stock().available("SKU-3", 1)).isEqualTo(42);

        StockCommand other = new StockCommand("push-2", "SKU-3", "inv-1", Mode.CAS, 0, 42L, 17);
        assertThat(write(other, Map.of())).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(tenant.shop().stock().available("SKU-3", 1)).isEqualTo(17);

        tenant.failNextUpdate("SKU-3", "InvalidRequestParameter");
        StockCommand refused = new StockCommand("push-3", "SKU-3", "inv-1", Mode.SET, 0, null, 16);
        assertThat(write(refused, options)).isInstanceOf(WriteOutcome.Rejected.class);
        assertThat(tenant.shop().stock().available("SKU-3", 1)).isEqualTo(17);
    }

    private WriteOutcome write(StockCommand command, Map<String, String> known) {
        WriteOutcome[] outcome = new WriteOutcome[1];
        WriteStrategy.named("salesforce-commerce-inventory", StockCommand.class)
                .open(new WriteContext("shop-1", client, clock, known))
                .write(List.of(command), (given, told) -> outcome[0] = told);
        return outcome[0];
    }

    private ReadingRun run(String stream) {
        return new ReadingRun(StreamPlan.of(api, Set.of(stream)).get(0), folder, clock, 1000);
    }

    private List<String> ids(String stream) {
        return records(run(stream).read(client, null, null, SETTLING));
    }

    private static List<String> records(List<ReadingRun.Step> steps) {
        return steps.stream()
                .flatMap(step -> step.emissions().stream())
                .map(emission -> ((Emission.ChannelRecord) emission).id())
                .toList();
    }

    private static Position live(Position stored) {
        return Position.fromOffset(stored.toOffset());
    }
}
