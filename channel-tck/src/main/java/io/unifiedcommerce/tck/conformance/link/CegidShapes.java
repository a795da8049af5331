package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.contract.CegidContract;
import io.unifiedcommerce.tck.fake.contract.PublishedContracts;
import java.util.List;
import java.util.Optional;

/** Message shapes of Y2's services. The stock service of the fake's tenant is an invention and has none. */
final class CegidShapes implements ApiContract.OfRequests {
    private static final String FILE = "cegid-y2/soap-shapes.json";

    private CegidContract contract;

    @Override
    public String name() {
        return "Y2 message shapes as clients show them";
    }

    @Override
    public Optional<String> unavailable() {
        return PublishedContracts.find(FILE).isPresent()
                ? Optional.empty()
                : Optional.of(FILE + " is not at hand; name its folder by the system property contracts.dir");
    }

    @Override
    public List<String> problems(HttpCall request) {
        return request.path().endsWith("/TenantStockService.svc")
                ? List.of()
                : contract().problems(request);
    }

    private synchronized CegidContract contract() {
        if (contract == null) {
            contract = CegidContract.of(PublishedContracts.find(FILE).orElseThrow());
        }
        return contract;
    }
}
