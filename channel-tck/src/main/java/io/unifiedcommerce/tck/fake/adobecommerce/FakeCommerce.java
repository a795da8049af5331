package io.unifiedcommerce.tck.fake.adobecommerce;

import io.unifiedcommerce.tck.fake.FakePlatform;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.QuotaUse;
import io.unifiedcommerce.tck.fake.Routes;
import io.unifiedcommerce.tck.fake.shop.Location;
import io.unifiedcommerce.tck.fake.shop.Variant;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A Magento shop on 127.0.0.1. {@link #baseUri()} stands for https://{host}/rest/all; beside it stands the token endpoint of
 * Adobe's IMS. The source {@code default} exists from the start, as on the real platform.
 */
public final class FakeCommerce extends FakePlatform {
    private static final String PREFIX = "/rest/all";
    private static final String IMS = "/ims/token/v3";

    private final CommerceSettings settings;
    private final Access access;
    private final Routes routes = new Routes();
    private final Inventory inventory;
    private final Stocks stocks;
    private final Customers customers;
    private final Random disorder;

    private FakeCommerce(CommerceSettings settings) {
        super(settings.clock(), settings.seed(), List.of());
        this.settings = settings;
        access = new Access(settings);
        disorder = new Random(settings.seed());
        shop().locations().create("Default Source", "default");
        OrderTimes times = new OrderTimes();
        shop().subscribe(times::accept);
        Sources sources = new Sources(shop());
        inventory = new Inventory(shop(), sources, stockWrites(), settings.clock(), this::search);
        stocks = new Stocks(shop(), inventory, settings.maxPageSize(), this::search);
        customers = new Customers(shop(), this::search);
        new Sales(shop(), times, new Documents(sources), this::search).serve(routes);
        new Products(shop(), this::search).serve(routes);
        inventory.serve(routes);
        stocks.serve(routes);
        customers.serve(routes);
        serve();
    }

    /** A running shop with the default settings. */
    public static FakeCommerce start() {
        return start(CommerceSettings.defaults());
    }

    public static FakeCommerce start(CommerceSettings settings) {
        return new FakeCommerce(settings);
    }

    @Override
    public URI baseUri() {
        return URI.create(super.baseUri() + PREFIX);
    }

    /** Address of the token endpoint. */
    public URI imsUri() {
        return URI.create(super.baseUri() + IMS);
    }

    public CommerceSettings settings() {
        return settings;
    }

    /** The platform announces no quota. */
    @Override
    public QuotaUse quotaUse() {
        return new QuotaUse(0, requests().total(), requests().withStatus(429));
    }

    /** All tokens of IMS end now. */
    public void expireTokens() {
        access.expireTokens();
    }

    /** The next writes of source items are refused because of a deadlock. */
    public void deadlock(int times) {
        inventory.deadlock(times);
    }

    /** Units of a SKU that the website {@code base} may sell. */
    public long salable(String sku) {
        Variant variant = shop().catalogue().onlyBySku(sku);
        return stocks.salable(variant);
    }

    /** Code of a location's source. */
    public static String sourceCode(Location location) {
        return Sources.code(location);
    }

    /** Staff make an attribute of customers. */
    public void defineCustomerAttribute(String code) {
        customers.define(code);
    }

    /** Attribute values of a customer by code. */
    public Map<String, String> attributes(long customerId) {
        return customers.valuesOf(customerId);
    }

    private HttpAnswer search(HttpCall call, List<Row> rows) {
        synchronized (disorder) {
            return SearchCriteria.of(call, settings.maxPageSize(), disorder).answer(rows);
        }
    }

    @Override
    protected HttpAnswer answer(HttpCall call) {
        try {
            return call.path().equals(IMS) ? access.token(call) : serve(call);
        } catch (CommerceError e) {
            return e.answer();
        }
    }

    private HttpAnswer serve(HttpCall call) {
        if (!call.path().startsWith(PREFIX + "/V1/")) {
            throw new CommerceError(404, "Request does not match any route.");
        }
        // No path of this API needs escapes, so it was signed as it reads decoded.
        access.check(call, super.baseUri() + call.path());
        Routes.Match match = routes.find(call.method(), call.path().substring(PREFIX.length()))
                .orElseThrow(() -> new CommerceError(404, "Request does not match any route."));
        if (faults().withdrawn(match.scope())) {
            throw Access.unauthorized();
        }
        try {
            return match.handler().handle(call, match.parameters());
        } catch (IOException | NumberFormatException e) {
            throw new CommerceError(400, "Decoding error: the request is not understood");
        }
    }

    @Override
    protected HttpAnswer refuse(Fault fault) {
        if (fault instanceof Fault.TooManyRequests many) {
            HttpAnswer answer = new CommerceError(429, "Too Many Requests").answer();
            return many.retryAfter() == null
                    ? answer
                    : answer.with(
                            "Retry-After", String.valueOf(many.retryAfter().toSeconds()));
        }
        if (fault instanceof Fault.WrongToken) {
            return Access.unauthorized().answer();
        }
        if (fault instanceof Fault.Forbidden) {
            return new CommerceError(403, "Forbidden").answer();
        }
        int status = fault instanceof Fault.ServerError error ? error.status() : 500;
        return HttpAnswer.text(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>");
    }
}
