package io.unifiedcommerce.tck.fake.square;

import io.unifiedcommerce.tck.fake.CallWindows;
import io.unifiedcommerce.tck.fake.FakePlatform;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.QuotaUse;
import io.unifiedcommerce.tck.fake.Routes;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A Square seller on 127.0.0.1. {@link #baseUri()} stands for https://connect.squareup.com. Location 1, the main one, exists
 * from the start. Ids are the shop's numbers as texts; the real ones are texts too, without a meaning.
 */
public final class FakeSquare extends FakePlatform {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SquareSettings settings;
    private final CallWindows calls;
    private final Routes routes = new Routes();

    private FakeSquare(SquareSettings settings) {
        super(settings.clock(), settings.seed(), settings.webhookRetries());
        this.settings = settings;
        calls = new CallWindows(settings.clock(), SECOND, settings.callsPerSecond());
        Versions versions = new Versions();
        StockLedger ledger = new StockLedger(settings.clock());
        CatalogV2 catalog = new CatalogV2(shop(), settings.clock(), settings.currency());
        CustomersV2 customers = new CustomersV2(shop(), versions);
        Subscriptions subscriptions = new Subscriptions(webhooks(), settings.signatureKey(), settings.clock());
        shop().subscribe(versions::accept);
        shop().subscribe(ledger::accept);
        shop().subscribe(catalog::accept);
        shop().subscribe(new SquareEvents(subscriptions, versions, customers, settings.clock())::accept);
        shop().locations().create("Main", "MAIN");
        new OrdersV2(shop(), new OrderJson(versions)).serve(routes);
        new PaymentsV2(shop()).serve(routes);
        catalog.serve(routes);
        new InventoryV2(shop(), ledger, settings.applicationId()).serve(routes);
        new StockChanges(shop(), ledger, settings.clock(), stockWrites()).serve(routes);
        customers.serve(routes);
        new LocationsV2(shop(), settings.currency()).serve(routes);
        subscriptions.serve(routes);
        serve();
    }

    /** A running seller with the default settings. */
    public static FakeSquare start() {
        return start(SquareSettings.defaults());
    }

    public static FakeSquare start(SquareSettings settings) {
        return new FakeSquare(settings);
    }

    public SquareSettings settings() {
        return settings;
    }

    @Override
    public QuotaUse quotaUse() {
        return calls.use();
    }

    @Override
    protected HttpAnswer answer(HttpCall call) {
        try {
            return serve(call);
        } catch (ApiError e) {
            return e.answer();
        }
    }

    private HttpAnswer serve(HttpCall call) {
        if (!call.header("authorization").equals(Optional.of("Bearer " + settings.accessToken()))) {
            throw ApiError.unauthorized();
        }
        if (!calls.take()) {
            throw ApiError.rateLimited();
        }
        if (call.header("square-version").isEmpty()) {
            throw ApiError.invalid("BAD_REQUEST", "this fake speaks one version only; send Square-Version", null);
        }
        Routes.Match match =
                routes.find(call.method(), call.path()).orElseThrow(() -> ApiError.notFound("Resource not found."));
        if (faults().withdrawn(match.scope())) {
            throw ApiError.forbidden();
        }
        try {
            return match.handler().handle(call, match.parameters());
        } catch (IOException e) {
            throw ApiError.invalid("EXPECTED_JSON_BODY", "The body is not JSON", null);
        } catch (NumberFormatException e) {
            throw ApiError.notFound("Resource not found.");
        }
    }

    @Override
    protected HttpAnswer refuse(Fault fault) {
        if (fault instanceof Fault.TooManyRequests many) {
            HttpAnswer answer = ApiError.rateLimited().answer();
            return many.retryAfter() == null
                    ? answer
                    : answer.with("Retry-After", Long.toString(many.retryAfter().toSeconds()));
        }
        if (fault instanceof Fault.WrongToken) {
            return ApiError.unauthorized().answer();
        }
        if (fault instanceof Fault.Forbidden) {
            return ApiError.forbidden().answer();
        }
        return ApiError.internal(fault instanceof Fault.ServerError error ? error.status() : 500)
                .answer();
    }
}
