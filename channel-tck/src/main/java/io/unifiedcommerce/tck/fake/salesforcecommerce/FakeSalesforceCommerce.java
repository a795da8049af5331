package io.unifiedcommerce.tck.fake.salesforcecommerce;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.FakePlatform;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.QuotaUse;
import io.unifiedcommerce.tck.fake.Routes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A tenant of Salesforce B2C Commerce on 127.0.0.1. {@link #baseUri()} stands for Account Manager, the Commerce API and the
 * instance alike. Location 1 exists from the start. Stock shows in native lists and in Omnichannel Inventory.
 */
public final class FakeSalesforceCommerce extends FakePlatform {
    /** What the ids of the custom attributes that are defined for customers begin with. */
    private static final String ATTRIBUTES = "c_ucProfile";

    private final SalesforceSettings settings;
    private final AccountManager accounts;
    private final Routes routes = new Routes();
    private final CustomersApi customers;
    private final AvailabilityApi availability;
    private final ImpexApi impex;
    private final AtomicLong served = new AtomicLong();

    private FakeSalesforceCommerce(SalesforceSettings settings) {
        super(settings.clock(), settings.seed(), List.of());
        this.settings = settings;
        accounts = new AccountManager(settings, faults());
        Places places = new Places(shop());
        StockView stock = new StockView(shop(), settings.clock(), stockWrites());
        ChangeFeed feed = new ChangeFeed(settings.clock());
        shop().subscribe(feed::accept);
        shop().locations().create("Warehouse", "WAREHOUSE");
        customers = new CustomersApi(shop(), settings, ATTRIBUTES);
        availability = new AvailabilityApi(settings, places, stock, feed);
        impex = new ImpexApi(shop(), settings, places, stock, feed);
        customers.serve(routes);
        availability.serve(routes);
        impex.serve(routes);
        new OrdersApi(shop(), settings).serve(routes);
        new ProductsApi(shop(), settings).serve(routes);
        new DataApi(shop(), settings, places, stock).serve(routes);
        serve();
    }

    /** A running tenant with the default settings. */
    public static FakeSalesforceCommerce start() {
        return start(SalesforceSettings.defaults());
    }

    public static FakeSalesforceCommerce start(SalesforceSettings settings) {
        return new FakeSalesforceCommerce(settings);
    }

    public SalesforceSettings settings() {
        return settings;
    }

    /** Custom attributes of a customer by id. */
    public Map<String, JsonNode> attributes(long customerId) {
        return customers.attributes(customerId);
    }

    /** The number under which a customer is known. */
    public String customerNumber(long customerId) {
        return CustomersApi.number(customerId);
    }

    /** The id of the inventory list, and of the location of Omnichannel Inventory, of a location. */
    public String placeId(long locationId) {
        return Places.idOf(locationId);
    }

    /** The next update of a SKU in Omnichannel Inventory fails with this code; the others of its batch do not. */
    public void failNextUpdate(String sku, String code) {
        availability.failNext(sku, code);
    }

    /** The next exports of Omnichannel Inventory end as failed. */
    public void failNextExports(int exports) {
        impex.failNext(exports);
    }

    /** Tokens that are out are refused from now on. */
    public void revokeTokens() {
        accounts.revokeAll();
    }

    /** The platform publishes no quota for these calls: whatever it served was allowed. */
    @Override
    public QuotaUse quotaUse() {
        return new QuotaUse(served.get(), served.get(), 0);
    }

    @Override
    protected HttpAnswer answer(HttpCall call) {
        served.incrementAndGet();
        try {
            return call.path().equals(AccountManager.PATH) ? accounts.token(call) : served(call);
        } catch (Refusal e) {
            return e.answer();
        } catch (NumberFormatException e) {
            return Refusal.problem(404, "not-found", "there is no such thing").answer();
        } catch (IOException e) {
            return Refusal.problem(400, "invalid-json", "the body is not JSON").answer();
        }
    }

    private HttpAnswer served(HttpCall call) throws IOException {
        boolean data = call.path().startsWith(DataApi.BASE);
        if (!accounts.knows(call)) {
            throw data
                    ? Refusal.fault(401, "InvalidAccessTokenException", "the access token is invalid or has expired")
                    : Refusal.problem(401, "unauthorized", "the access token is invalid or has expired");
        }
        if (data && !call.header("x-dw-client-id").orElse("").equals(settings.clientId())) {
            throw Refusal.fault(403, "ClientAccessForbiddenException", "the client has no grant");
        }
        Routes.Match match = routes.find(call.method(), call.path())
                .orElseThrow(() -> Refusal.problem(404, "not-found", "there is no such resource"));
        if (!match.scope().isEmpty() && !accounts.allows(call, match.scope())) {
            throw Refusal.problem(403, "insufficient-scope", "the access token lacks " + match.scope());
        }
        return match.handler().handle(call, match.parameters());
    }

    @Override
    protected HttpAnswer refuse(Fault fault) {
        if (fault instanceof Fault.TooManyRequests many) {
            HttpAnswer answer = Refusal.problem(429, "too-many-requests", "the rate limit is reached")
                    .answer();
            return many.retryAfter() == null
                    ? answer
                    : answer.with(
                            "Retry-After", String.valueOf(many.retryAfter().toSeconds()));
        }
        if (fault instanceof Fault.WrongToken) {
            return Refusal.problem(401, "unauthorized", "the access token is invalid")
                    .answer();
        }
        if (fault instanceof Fault.Forbidden) {
            return Refusal.problem(403, "insufficient-scope", "the access token lacks a scope")
                    .answer();
        }
        int status = fault instanceof Fault.ServerError error ? error.status() : 500;
        // Load shedding tells how busy the platform is.
        return HttpAnswer.text(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>")
                .with(Map.of("sfdc_load", "95", "sfdc_load_status", "THROTTLE"));
    }
}
