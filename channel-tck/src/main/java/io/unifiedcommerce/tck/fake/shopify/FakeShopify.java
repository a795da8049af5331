package io.unifiedcommerce.tck.fake.shopify;

import io.unifiedcommerce.tck.fake.FakePlatform;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.QuotaUse;
import io.unifiedcommerce.tck.fake.Routes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Shopify store on 127.0.0.1. {@link #baseUri()} stands for https://{shop}.myshopify.com; GraphQL is at
 * /admin/api/{version}/graphql.json below it. Location 1 exists from the start.
 */
public final class FakeShopify extends FakePlatform {
    private static final Pattern API = Pattern.compile("/admin(?:/api/([^/]+))?(/.+?)(?:\\.json)?");
    private static final Pattern BULK = Pattern.compile("/bulk/(\\d+)\\.jsonl");

    private final ShopifySettings settings;
    private final Tokens tokens;
    private final CostBucket bucket;
    private final Routes rest = new Routes();
    private final Metafields metafields;
    private final BulkOperations bulk;
    private final ComplianceWebhooks compliance;
    private final GraphqlEndpoint graphql;

    private FakeShopify(ShopifySettings settings) {
        super(settings.clock(), settings.seed(), settings.webhookRetries());
        this.settings = settings;
        tokens = new Tokens(settings);
        bucket = new CostBucket(settings.clock(), settings.restoreRate());
        metafields = new Metafields(settings.clock());
        bulk = new BulkOperations(settings.clock(), faults(), this::baseUri, this::graphql);
        CustomerTotals totals = new CustomerTotals();
        RestJson json = new RestJson(settings.zone(), totals, settings.currency());
        RestOrderJson orders = new RestOrderJson(shop(), json);
        RestProductJson products = new RestProductJson(shop(), json);
        new RestApi(shop(), settings, json, orders, products).serve(rest);
        Subscriptions subscriptions = new Subscriptions(settings, webhooks());
        compliance = new ComplianceWebhooks(shop(), settings, webhooks());
        EventTypes events = new EventTypes(settings);
        shop().subscribe(totals::accept);
        shop().subscribe(events::accept);
        shop().subscribe(new WebhookEvents(subscriptions, json, orders, products)::accept);
        graphql = new GraphqlEndpoint(wiring(totals, subscriptions, events).schema(), bucket, faults());
        shop().locations().create("Main", "MAIN");
        serve();
    }

    /** A running store with the default settings. */
    public static FakeShopify start() {
        return start(ShopifySettings.defaults());
    }

    public static FakeShopify start(ShopifySettings settings) {
        return new FakeShopify(settings);
    }

    public ShopifySettings settings() {
        return settings;
    }

    /** How later bulk operations go. */
    public BulkOperations bulk() {
        return bulk;
    }

    /** What the law has the platform tell the app. */
    public ComplianceWebhooks compliance() {
        return compliance;
    }

    @Override
    public QuotaUse quotaUse() {
        return bucket.use();
    }

    /** Metafield values of a customer by "namespace.key"; {@code $app} namespaces are resolved to app--{id}. */
    public Map<String, String> metafields(long customerId) {
        Map<String, String> values = new LinkedHashMap<>();
        metafields
                .of(Gid.of("Customer", customerId))
                .forEach(one ->
                        values.put(one.key().namespace() + "." + one.key().key(), one.value()));
        return values;
    }

    @Override
    protected HttpAnswer answer(HttpCall call) {
        if (call.path().equals("/admin/oauth/access_token") && call.method().equals("POST")) {
            return tokens.grant(call);
        }
        Matcher file = BULK.matcher(call.path());
        if (file.matches()) {
            return bulk.download(Long.parseLong(file.group(1)));
        }
        Matcher api = API.matcher(call.path());
        if (!api.matches()) {
            return HttpAnswer.json(404, Map.of("errors", "Not Found"));
        }
        if (!tokens.valid(call.header("x-shopify-access-token").orElse(""))) {
            return refuse(new Fault.WrongToken());
        }
        String version = served(api.group(1));
        try {
            return api(call, api.group(2), version).with("X-Shopify-API-Version", version);
        } catch (IOException e) {
            return HttpAnswer.json(400, Map.of("errors", Map.of("query", "the body is not JSON")));
        }
    }

    /** No version, or one that is no longer served, falls forward to the oldest one that is. */
    private static String served(String version) {
        return version != null && AppTypes.VERSIONS.contains(version) ? version : AppTypes.VERSIONS.get(0);
    }

    private HttpAnswer api(HttpCall call, String path, String version) throws IOException {
        if (path.equals("/graphql")) {
            return call.method().equals("POST")
                    ? graphql.answer(call, version)
                    : HttpAnswer.json(404, Map.of("errors", "Not Found"));
        }
        Routes.Match match = rest.find(call.method(), path).orElse(null);
        if (match == null) {
            return HttpAnswer.json(404, Map.of("errors", "Not Found"));
        }
        return faults().withdrawn(match.scope())
                ? refuse(new Fault.Forbidden())
                : match.handler().handle(call, match.parameters());
    }

    @Override
    protected HttpAnswer refuse(Fault fault) {
        if (fault instanceof Fault.TooManyRequests many) {
            HttpAnswer answer = HttpAnswer.json(429, Map.of("errors", "Exceeded the limit of calls per second."));
            return many.retryAfter() == null
                    ? answer
                    : answer.with("Retry-After", many.retryAfter().toSeconds() + ".0");
        }
        if (fault instanceof Fault.WrongToken) {
            return HttpAnswer.json(
                    401,
                    Map.of("errors", "[API] Invalid API key or access token (unrecognized login or wrong password)"));
        }
        if (fault instanceof Fault.Forbidden) {
            return HttpAnswer.json(403, Map.of("errors", "[API] This action requires merchant approval."));
        }
        int status = fault instanceof Fault.ServerError error ? error.status() : 500;
        return HttpAnswer.text(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>");
    }

    /** Bulk operations run on the schema that they are a part of. */
    private GraphqlEndpoint graphql() {
        return graphql;
    }

    private Wiring wiring(CustomerTotals totals, Subscriptions subscriptions, EventTypes events) {
        Wiring wiring = new Wiring();
        IdempotencyKeys keys = new IdempotencyKeys(settings.clock());
        new AppTypes(settings, faults()).wire(wiring);
        new OrderTypes(shop(), settings, metafields, faults()).wire(wiring);
        new OrderPartTypes(shop()).wire(wiring);
        new ProductTypes(shop(), settings, metafields).wire(wiring);
        new InventoryTypes(shop(), settings).wire(wiring);
        new CustomerTypes(shop(), settings, metafields, totals).wire(wiring);
        new InventoryMutations(shop(), settings.clock(), stockWrites(), keys).wire(wiring);
        new InventoryActivation(shop(), keys).wire(wiring);
        new CustomerMutations(shop()).wire(wiring);
        new ConsentMutations(shop(), settings.clock()).wire(wiring);
        new MetafieldMutations(metafields).wire(wiring);
        subscriptions.wire(wiring);
        events.wire(wiring);
        bulk.wire(wiring);
        Money.wire(wiring);
        TaxLine.wire(wiring);
        ShippingLine.wire(wiring);
        PostalAddress.wire(wiring);
        Connection.wire(
                wiring,
                "Order",
                "Product",
                "ProductVariant",
                "Location",
                "InventoryItem",
                "InventoryLevel",
                "Customer",
                "Event",
                "WebhookSubscription",
                "LineItem",
                "FulfillmentLineItem",
                "RefundLineItem",
                "OrderTransaction",
                "Metafield");
        return wiring;
    }
}
