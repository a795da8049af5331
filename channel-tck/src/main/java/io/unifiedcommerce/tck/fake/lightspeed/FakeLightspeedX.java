package io.unifiedcommerce.tck.fake.lightspeed;

import io.unifiedcommerce.tck.fake.FakePlatform;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.QuotaUse;
import io.unifiedcommerce.tck.fake.Routes;
import java.io.IOException;
import java.util.Map;

/**
 * An X-Series store on 127.0.0.1. {@link #baseUri()} stands for https://example.retail.lightspeed.app. Outlet 1 exists from the
 * start.
 */
public final class FakeLightspeedX extends FakePlatform {
    private static final String API = "/api/2026-07";
    private static final String TOKEN = "/api/1.0/token";

    private final LightspeedXSettings settings;
    private final FiveMinutes quota;
    private final RotatingTokens tokens;
    private final Customers customers;
    private final Routes routes = new Routes();

    private FakeLightspeedX(LightspeedXSettings settings) {
        super(settings.clock(), settings.seed(), settings.webhookRetries());
        this.settings = settings;
        quota = new FiveMinutes(settings.clock(), settings.allowance());
        tokens = new RotatingTokens(
                settings.clock(),
                settings.clientId(),
                settings.clientSecret(),
                settings.refreshToken(),
                settings.tokenLife());
        Feed feed = new Feed(settings.clock(), faults()::listLag);
        Listing listing = new Listing(feed, settings.largestPage());
        Sales sales = new Sales(shop(), feed, listing);
        Products products = new Products(shop(), feed, listing);
        Inventory inventory = new Inventory(shop(), feed);
        customers = new Customers(shop(), feed, listing);
        Hooks hooks = new Hooks(webhooks(), settings.clientSecret());
        new ShopNews(feed, sales, products, inventory, customers, hooks).follow(shop());
        shop().locations().create("Main outlet", "MAIN");
        sales.serve(routes);
        products.serve(routes);
        inventory.serve(routes);
        customers.serve(routes);
        hooks.serve(routes);
        new StockDesk(shop(), stockWrites(), settings.clock()).serve(routes);
        new Outlets(shop(), feed, listing, settings.currency()).serve(routes);
        serve();
    }

    /** A running store with the default settings. */
    public static FakeLightspeedX start() {
        return start(LightspeedXSettings.defaults());
    }

    public static FakeLightspeedX start(LightspeedXSettings settings) {
        return new FakeLightspeedX(settings);
    }

    public LightspeedXSettings settings() {
        return settings;
    }

    /** The app's tokens. */
    public RotatingTokens tokens() {
        return tokens;
    }

    /** What an app wrote to a customer, by field. */
    public Map<String, String> customFields(long customerId) {
        return customers.free(customerId);
    }

    /** The id that the platform shows for a product's variant. */
    public static String productId(long variantId) {
        return Ids.PRODUCT.of(variantId);
    }

    public static String outletId(long locationId) {
        return Ids.OUTLET.of(locationId);
    }

    /** The shop's number of an outlet. */
    public static long location(String outletId) {
        return Ids.OUTLET.number(outletId);
    }

    public static String customerId(long customerId) {
        return Ids.CUSTOMER.of(customerId);
    }

    public static String saleId(long orderId) {
        return Ids.SALE.of(orderId);
    }

    /** The id of the sale that takes goods back. */
    public static String returnId(long refundId) {
        return Ids.RETURN.of(refundId);
    }

    @Override
    public QuotaUse quotaUse() {
        return quota.use();
    }

    @Override
    protected HttpAnswer answer(HttpCall call) {
        if (call.path().equals(TOKEN)) {
            // It has a limit of its own.
            return call.method().equals("POST") ? tokens.give(call) : new ApiProblem(405, "POST only").answer();
        }
        try {
            return serve(call).with(quota.headers());
        } catch (ApiProblem e) {
            return e.answer().with(quota.headers());
        }
    }

    private HttpAnswer serve(HttpCall call) {
        String token = call.header("authorization").orElse("").replaceFirst("^Bearer ", "");
        if (!token.equals(settings.personalToken()) && !tokens.accepts(token)) {
            throw new ApiProblem(401, "Unauthorized");
        }
        if (!quota.take()) {
            return quota.refusal();
        }
        if (!call.path().startsWith(API + "/")) {
            // What the platform answers to a version that is over is not documented.
            throw new ApiProblem(404, "This version of the API is not available");
        }
        Routes.Match match = routes.find(call.method(), call.path().substring(API.length()))
                .orElseThrow(() -> new ApiProblem(404, "Not found"));
        if (faults().withdrawn(match.scope())) {
            throw new ApiProblem(403, "The token lacks the scope " + match.scope());
        }
        try {
            return match.handler().handle(call, match.parameters());
        } catch (IOException e) {
            throw new ApiProblem(400, "The body is not JSON");
        } catch (NumberFormatException | ArithmeticException e) {
            throw new ApiProblem(422, "A number is not valid");
        }
    }

    @Override
    protected HttpAnswer refuse(Fault fault) {
        if (fault instanceof Fault.TooManyRequests many) {
            HttpAnswer answer = many.retryAfter() == null
                    ? new ApiProblem(429, "Too Many Requests").answer()
                    : quota.refusal(settings.clock().instant().plus(many.retryAfter()));
            return many.quotaHeaders() ? answer.with(quota.headers()).with("X-RateLimit-Remaining", "0") : answer;
        }
        if (fault instanceof Fault.WrongToken) {
            return new ApiProblem(401, "Unauthorized").answer();
        }
        if (fault instanceof Fault.Forbidden) {
            return new ApiProblem(403, "Forbidden").answer();
        }
        int status = fault instanceof Fault.ServerError error ? error.status() : 500;
        return HttpAnswer.text(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>");
    }
}
