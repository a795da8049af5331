package io.unifiedcommerce.tck.fake.sapcommerce;

import io.unifiedcommerce.tck.fake.FakePlatform;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.QuotaUse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A SAP Commerce Cloud installation on 127.0.0.1, into which our integration objects were imported. Warehouse {@code wh_main}
 * exists from the start.
 */
public final class FakeSapCommerce extends FakePlatform {
    private final SapCommerceSettings settings;
    private final Gateway gateway;
    private final Tokens tokens;
    private final IntegrationApi integration;
    private final ProductExport export;
    private final CustomerEntities customers;

    private FakeSapCommerce(SapCommerceSettings settings) {
        super(settings.clock(), settings.seed(), List.of());
        this.settings = settings;
        shop().locations().create("Main warehouse", "wh_main");
        gateway = new Gateway(settings.clock(), settings.callsUntilRefusal());
        tokens = new Tokens(settings);
        customers = new CustomerEntities(shop());
        integration = new IntegrationApi(settings);
        new OrderEntities(shop()).serve(integration);
        new StockEntities(shop(), settings.clock(), stockWrites()).serve(integration);
        customers.serve(integration);
        export = new ProductExport(shop());
        serve();
    }

    /** A running installation with the default settings. */
    public static FakeSapCommerce start() {
        return start(SapCommerceSettings.defaults());
    }

    public static FakeSapCommerce start(SapCommerceSettings settings) {
        return new FakeSapCommerce(settings);
    }

    public SapCommerceSettings settings() {
        return settings;
    }

    /** Makes the access token worthless, as a restart of the authorization server does. */
    public void revokeToken() {
        tokens.revoke();
    }

    /**
     * Takes attributes out of an integration object.
     *
     * @param path of its entity set, such as UcOrder/Orders
     */
    public void withdrawAttributes(String path, String... attributes) {
        integration.withdraw(path, attributes);
    }

    /** Attributes that were written to a customer, by name. */
    public Map<String, String> attributes(long customerId) {
        return customers.attributes(customerId);
    }

    @Override
    public QuotaUse quotaUse() {
        return gateway.use();
    }

    @Override
    protected HttpAnswer answer(HttpCall call) {
        if (!gateway.admits()) {
            return tooMany();
        }
        if (call.path().equals("/authorizationserver/oauth/token")) {
            return tokens.issue(call);
        }
        boolean odata = call.path().startsWith("/odata2webservices/");
        try {
            return odata ? odata(call) : occ(call);
        } catch (ApiError e) {
            return odata ? e.ofIntegration() : e.ofOcc();
        } catch (IOException e) {
            return new ApiError(400, "bad_request", "The body is not JSON.").ofIntegration();
        }
    }

    private HttpAnswer odata(HttpCall call) throws IOException {
        if (!tokens.accepts(call)) {
            throw new ApiError(401, "unauthorized", "Full authentication is required to access this resource");
        }
        if (faults().withdrawn(IntegrationApi.group(call))) {
            throw new ApiError(403, "forbidden", "You do not have the authorization to access this resource.");
        }
        // Atom is what OData 2 answers to whoever does not ask for JSON.
        if (!call.path().endsWith("/$metadata")
                && !call.header("accept").orElse("").contains("json")) {
            return HttpAnswer.text(200, "application/atom+xml", "<?xml version='1.0'?><feed/>");
        }
        return integration.answer(call);
    }

    private HttpAnswer occ(HttpCall call) {
        if (!tokens.accepts(call)) {
            throw new ApiError(401, "InvalidTokenError", "Invalid access token");
        }
        if (faults().withdrawn("ROLE_TRUSTED_CLIENT")) {
            throw new ApiError(403, "ForbiddenError", "Access is denied");
        }
        if (!call.method().equals("GET") || !call.path().endsWith("/export/products")) {
            throw new ApiError(404, "UnknownResourceError", "There is no resource for path " + call.path());
        }
        return export.answer(call);
    }

    private static HttpAnswer tooMany() {
        return HttpAnswer.text(429, "text/plain", "Too Many Requests");
    }

    @Override
    protected HttpAnswer refuse(Fault fault) {
        if (fault instanceof Fault.TooManyRequests many) {
            return many.retryAfter() == null
                    ? tooMany()
                    : tooMany()
                            .with(
                                    "Retry-After",
                                    String.valueOf(many.retryAfter().toSeconds()));
        }
        if (fault instanceof Fault.WrongToken) {
            return new ApiError(401, "unauthorized", "Invalid access token").ofIntegration();
        }
        if (fault instanceof Fault.Forbidden) {
            return new ApiError(403, "forbidden", "You do not have the authorization.").ofIntegration();
        }
        int status = fault instanceof Fault.ServerError error ? error.status() : 500;
        return new ApiError(status, "internal_error", "An error occurred.").ofIntegration();
    }
}
