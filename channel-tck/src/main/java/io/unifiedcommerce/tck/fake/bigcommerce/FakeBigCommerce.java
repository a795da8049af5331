package io.unifiedcommerce.tck.fake.bigcommerce;

import io.unifiedcommerce.tck.fake.FakePlatform;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.QuotaUse;
import io.unifiedcommerce.tck.fake.Routes;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A BigCommerce store on 127.0.0.1. {@link #baseUri()} stands for https://api.bigcommerce.com/stores/{store_hash}.
 * Location 1 exists from the start, as on the real platform.
 */
public final class FakeBigCommerce extends FakePlatform {
    private final BigCommerceSettings settings;
    private final WindowQuota quota;
    private final Routes routes = new Routes();
    private final OrderStates states = new OrderStates();
    private final Adjustments adjustments;
    private final CustomersV3 customers;

    private FakeBigCommerce(BigCommerceSettings settings) {
        super(settings.clock(), settings.seed(), settings.webhookRetries());
        this.settings = settings;
        quota = new WindowQuota(settings.clock(), settings.requestsPerWindow());
        shop().locations().create("Default location", "BC-LOCATION-1");
        HooksV3 hooks = new HooksV3(settings, webhooks());
        shop().subscribe(new HookEvents(hooks, states)::accept);
        adjustments = new Adjustments(shop(), faults(), settings.clock(), stockWrites());
        customers = new CustomersV3(shop(), settings.clock());
        OrderJson orderJson = new OrderJson(states, settings.storeHash());
        hooks.serve(routes);
        customers.serve(routes);
        new OrdersV2(shop(), states, orderJson).serve(routes);
        new ShipmentsV2(shop()).serve(routes);
        new PaymentsV3(shop()).serve(routes);
        new InventoryV3(shop()).serve(routes);
        new AdjustmentsV3(shop(), adjustments).serve(routes);
        new LocationsV3(shop()).serve(routes);
        new CatalogV3(shop()).serve(routes);
        new SubscribersV3(settings.clock(), hooks).serve(routes);
        new StoreV2(settings).serve(routes);
        serve();
    }

    /** A running store with the default settings. */
    public static FakeBigCommerce start() {
        return start(BigCommerceSettings.defaults());
    }

    public static FakeBigCommerce start(BigCommerceSettings settings) {
        return new FakeBigCommerce(settings);
    }

    @Override
    public URI baseUri() {
        return URI.create(super.baseUri() + "/stores/" + settings.storeHash());
    }

    public BigCommerceSettings settings() {
        return settings;
    }

    @Override
    public QuotaUse quotaUse() {
        return quota.use();
    }

    /** Staff set the status of an order by hand; 0 makes it look like an abandoned payment. */
    public void setStatus(long orderId, int statusId) {
        states.amend(orderId, states.amendment(orderId).withStatus(statusId));
        shop().orders().touch(orderId);
    }

    /** Custom attribute values of a customer by attribute name. */
    public Map<String, String> attributes(long customerId) {
        return new LinkedHashMap<>(customers.attributes().of(customerId));
    }

    @Override
    public void close() {
        super.close();
        adjustments.close();
    }

    @Override
    protected HttpAnswer answer(HttpCall call) {
        String prefix = "/stores/" + settings.storeHash();
        if (!call.path().startsWith(prefix + "/v")) {
            return new ApiError(404, "The requested store does not exist.").answer(false);
        }
        String path = call.path().substring(prefix.length());
        boolean v2 = path.startsWith("/v2/");
        try {
            return serve(call, path, v2).with(quota.headers());
        } catch (ApiError e) {
            return e.answer(v2).with(quota.headers());
        }
    }

    private HttpAnswer serve(HttpCall call, String path, boolean v2) {
        if (!call.header("x-auth-token").equals(Optional.of(settings.accessToken()))) {
            throw new ApiError(401, "Unauthorized");
        }
        if (!quota.take()) {
            throw new ApiError(429, "Too many requests");
        }
        // V2 falls back to XML when a client does not ask for JSON.
        if (v2 && !call.header("accept").orElse("").contains("json")) {
            return HttpAnswer.text(200, "application/xml", "<?xml version=\"1.0\"?><response/>");
        }
        Routes.Match match =
                routes.find(call.method(), path).orElseThrow(() -> new ApiError(404, "The route is not found"));
        if (faults().withdrawn(match.scope())) {
            throw new ApiError(403, "You don't have a required scope to access the endpoint");
        }
        adjustments.applyDue();
        try {
            return match.handler().handle(call, match.parameters());
        } catch (IOException e) {
            throw new ApiError(400, "Input is invalid: the body is not JSON");
        } catch (NumberFormatException e) {
            throw new ApiError(404, "The requested resource was not found.");
        }
    }

    @Override
    protected HttpAnswer refuse(Fault fault) {
        if (fault instanceof Fault.TooManyRequests many) {
            HttpAnswer answer = new ApiError(429, "Too many requests").answer(false);
            if (many.quotaHeaders()) {
                answer = answer.with(quota.headers()).with("X-Rate-Limit-Requests-Left", "0");
            }
            return many.retryAfter() == null
                    ? answer
                    : answer.with(
                            "X-Retry-After", String.valueOf(many.retryAfter().toSeconds()));
        }
        if (fault instanceof Fault.WrongToken) {
            return new ApiError(401, "Unauthorized").answer(false);
        }
        if (fault instanceof Fault.Forbidden) {
            return new ApiError(403, "You don't have a required scope to access the endpoint").answer(false);
        }
        int status = fault instanceof Fault.ServerError error ? error.status() : 500;
        return HttpAnswer.text(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>");
    }
}
