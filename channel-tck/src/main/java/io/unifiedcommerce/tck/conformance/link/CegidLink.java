package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.cegid.CegidSettings;
import io.unifiedcommerce.tck.fake.cegid.FakeCegid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Cegid Retail Y2: the fake site, a stock service that one tenant might have, and the message shapes that clients show. */
public final class CegidLink implements PlatformLink {

    @Override
    public String channel() {
        return "cegid-y2";
    }

    @Override
    public LinkedStore open(Clock clock) {
        return new Store(FakeCegid.start(CegidSettings.defaults().at(clock)));
    }

    @Override
    public List<ApiContract> contracts() {
        return List.of(new CegidShapes());
    }

    /** One site. */
    private static final class Store extends FakeStore {
        private final FakeCegid platform;
        private final Path template = template();

        Store(FakeCegid platform) {
            super(platform, platform.settings().currency());
            this.platform = platform;
        }

        private static Path template() {
            try (InputStream in = FakeCegid.class.getResourceAsStream("tenant-stock.xml")) {
                Path file = Files.createTempFile("tenant-stock", ".xml");
                Files.write(file, in.readAllBytes());
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException("the tenant's template cannot be written", e);
            }
        }

        @Override
        public Map<String, String> options() {
            Map<String, String> options = new HashMap<>();
            options.put("cegid.url", platform.baseUri().toString());
            options.put("cegid.database.id", platform.settings().databaseId());
            options.put("cegid.user", platform.settings().user());
            options.put("cegid.password", platform.settings().password());
            options.put("cegid.time.zone", platform.settings().zone().getId());
            options.put("cegid.profile.user.fields", "segments:21,profile_id:22");
            options.put("cegid.stock.template", template.toString());
            options.put("cegid.stock.service", "TenantStockService.svc");
            options.put("cegid.stock.action", "urn:tenant/ITenantStock/SetStock");
            return options;
        }

        @Override
        public Map<String, Set<String>> listed() {
            Set<String> sales = platform.shop().orders().records().all().stream()
                    .map(order -> order.id() + "/" + order.placed().locationId() + "/"
                            + (order.placed().source().equals("pos") ? "Receipt" : "CustomerOrder"))
                    .collect(Collectors.toSet());
            return Map.of("orders", sales, "customers", super.listed().get("customers"));
        }

        @Override
        boolean isWrite(HttpCall call) {
            return call.header("soapaction").orElse("").matches(".*/(UpdateCustomer|SetStock)\"");
        }

        @Override
        Object writtenTo(long customerId) {
            return platform.userFields(customerId);
        }

        @Override
        public void close() {
            super.close();
            try {
                Files.deleteIfExists(template);
            } catch (IOException e) {
                throw new UncheckedIOException("the tenant's template cannot be deleted", e);
            }
        }
    }
}
