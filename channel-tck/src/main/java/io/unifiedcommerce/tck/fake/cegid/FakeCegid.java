package io.unifiedcommerce.tck.fake.cegid;

import io.unifiedcommerce.channel.xml.SoapMessage;
import io.unifiedcommerce.tck.fake.FakePlatform;
import io.unifiedcommerce.tck.fake.Fault;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.QuotaUse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Y2 site on 127.0.0.1. {@link #baseUri()} stands for https://{tenant}-retail-ondemand.cegid.cloud/Y2. */
public final class FakeCegid extends FakePlatform {
    private final CegidSettings settings;
    private final CallRate rate;
    private final Customers customers;
    private final List<Service> services;

    private FakeCegid(CegidSettings settings) {
        super(settings.clock(), settings.seed(), List.of());
        this.settings = settings;
        rate = new CallRate(settings.clock(), settings.calls());
        shop().locations().create("Warehouse", "ENT");
        customers = new Customers(shop(), settings);
        services = List.of(
                new SaleDocuments(shop(), settings),
                new ItemInventory(shop()),
                customers,
                new TenantStock(shop(), settings.clock(), stockWrites()));
        serve();
    }

    /** A running site. */
    public static FakeCegid start(CegidSettings settings) {
        return new FakeCegid(settings);
    }

    public CegidSettings settings() {
        return settings;
    }

    @Override
    public URI baseUri() {
        return URI.create(super.baseUri() + "/Y2");
    }

    @Override
    public QuotaUse quotaUse() {
        return rate.use();
    }

    /** User fields of a customer, as they were written last. */
    public List<Object> userFields(long customerId) {
        return customers.userFields(customerId);
    }

    @Override
    protected HttpAnswer answer(HttpCall call) {
        String user = settings.databaseId() + "\\" + settings.user() + ":" + settings.password();
        String basic = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        if (!call.header("authorization").equals(Optional.of(basic))) {
            return page(401);
        }
        Service service = services.stream()
                .filter(candidate -> call.path().equals("/Y2/" + candidate.address()))
                .findFirst()
                .orElse(null);
        if (service == null) {
            return page(404);
        }
        try {
            if (!rate.take()) {
                throw SoapFault.busy();
            }
            return call(service, call);
        } catch (SoapFault fault) {
            return fault.answer();
        }
    }

    @SuppressWarnings("unchecked")
    private HttpAnswer call(Service service, HttpCall call) {
        if (!call.header("content-type").orElse("").startsWith("text/xml")) {
            return page(415);
        }
        String action = call.header("soapaction").orElse("").replace("\"", "");
        Map<String, Object> body;
        try {
            body = SoapMessage.body(new ByteArrayInputStream(call.body()));
        } catch (IOException e) {
            return page(400);
        }
        String operation = action.substring(action.lastIndexOf('/') + 1);
        if (!action.startsWith(service.actions()) || !(body.get(operation) instanceof Map<?, ?> request)) {
            throw SoapFault.unknownAction(action);
        }
        String database = Member.of(request.get("clientContext"), "DatabaseId").needed("DatabaseId");
        if (!database.equals(settings.databaseId())) {
            throw SoapFault.business("The database is unknown");
        }
        return service.call(operation, (Map<String, Object>) request);
    }

    private static HttpAnswer page(int status) {
        return HttpAnswer.text(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>");
    }

    @Override
    protected HttpAnswer refuse(Fault fault) {
        if (fault instanceof Fault.TooManyRequests) {
            return SoapFault.busy().answer();
        }
        if (fault instanceof Fault.WrongToken) {
            return page(401);
        }
        if (fault instanceof Fault.Forbidden) {
            return SoapFault.accessDenied().answer();
        }
        int status = fault instanceof Fault.ServerError error ? error.status() : 500;
        return status == 500 ? SoapFault.exception().answer() : page(status);
    }
}
