package io.unifiedcommerce.tck.fake.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.Routes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** /v3/customers/subscribers: who wants the newsletter. Removing a subscriber is the opt-out. */
final class SubscribersV3 {
    private record Subscriber(
            long id,
            String email,
            String firstName,
            String lastName,
            List<String> consents,
            Instant createdAt,
            Instant updatedAt) {}

    private static final String PATH = "/v3/customers/subscribers";
    private static final int MAX_PAGE = 250;

    private final AtomicLong ids = new AtomicLong();
    private final NavigableMap<Long, Subscriber> subscribers = new ConcurrentSkipListMap<>();
    private final Clock clock;
    private final HooksV3 hooks;

    SubscribersV3(Clock clock, HooksV3 hooks) {
        this.clock = clock;
        this.hooks = hooks;
    }

    void serve(Routes routes) {
        String scope = CustomersV3.SCOPE;
        routes.on("GET", PATH, scope, (call, path) -> list(call))
                .on("POST", PATH, scope, (call, path) -> create(call))
                .on("DELETE", PATH, scope, (call, path) -> deleteMany(call))
                .on("GET", PATH + "/{id}", scope, (call, path) -> answer(get(path.id("id"))))
                .on("PUT", PATH + "/{id}", scope, (call, path) -> change(call, path.id("id")))
                .on("DELETE", PATH + "/{id}", scope, (call, path) -> delete(path.id("id")));
    }

    private HttpAnswer list(HttpCall call) {
        return Page.of(call, MAX_PAGE).v3(matching(call), SubscribersV3::json);
    }

    private List<Subscriber> matching(HttpCall call) {
        Instant from = Params.instant(call, "date_modified:min").orElse(Instant.MIN);
        Instant to = Params.instant(call, "date_modified:max").orElse(Instant.MAX);
        return subscribers.values().stream()
                .filter(one ->
                        call.param("email").map(one.email()::equalsIgnoreCase).orElse(true))
                .filter(one ->
                        !one.updatedAt().isBefore(from) && !one.updatedAt().isAfter(to))
                .toList();
    }

    private HttpAnswer create(HttpCall call) throws IOException {
        JsonNode body = call.json();
        String email = body.path("email").asText("");
        Instant now = clock.instant();
        Subscriber made;
        synchronized (subscribers) {
            if (subscribers.values().stream().anyMatch(one -> one.email().equalsIgnoreCase(email))) {
                throw new ApiError(409, "A subscriber with this e-mail exists already", "email");
            }
            made = written(ids.incrementAndGet(), now, now, body, null);
            subscribers.put(made.id(), made);
        }
        tell("created", made);
        return answer(made);
    }

    private HttpAnswer change(HttpCall call, long id) throws IOException {
        Subscriber before = get(id);
        Subscriber after = written(id, before.createdAt(), clock.instant(), call.json(), before);
        subscribers.put(id, after);
        tell("updated", after);
        return answer(after);
    }

    private HttpAnswer delete(long id) {
        tell("deleted", get(id));
        subscribers.remove(id);
        return HttpAnswer.empty(204);
    }

    /** Without a filter this removes everyone, as the real endpoint does. */
    private HttpAnswer deleteMany(HttpCall call) {
        matching(call).forEach(one -> delete(one.id()));
        return HttpAnswer.empty(204);
    }

    private Subscriber get(long id) {
        Subscriber found = subscribers.get(id);
        if (found == null) {
            throw new ApiError(404, "The subscriber was not found");
        }
        return found;
    }

    private void tell(String what, Subscriber subscriber) {
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("type", "subscriber").put("id", subscriber.id());
        hooks.fire("store/subscriber/" + what, data);
    }

    private static Subscriber written(long id, Instant createdAt, Instant now, JsonNode body, Subscriber before) {
        List<String> consents = new ArrayList<>();
        body.path("consents").forEach(consent -> consents.add(consent.asText()));
        boolean keep = before != null && !body.has("consents");
        return new Subscriber(
                id,
                body.path("email").asText(before == null ? "" : before.email()),
                body.path("first_name").asText(before == null ? "" : before.firstName()),
                body.path("last_name").asText(before == null ? "" : before.lastName()),
                keep ? before.consents() : List.copyOf(consents),
                createdAt,
                now);
    }

    private static HttpAnswer answer(Subscriber subscriber) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", json(subscriber));
        body.putObject("meta");
        return HttpAnswer.json(200, body);
    }

    private static JsonNode json(Subscriber subscriber) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", subscriber.id())
                .put("email", subscriber.email())
                .put("first_name", subscriber.firstName())
                .put("last_name", subscriber.lastName())
                .put("source", "custom")
                .put("channel_id", 1)
                .put("date_created", Dates.v3(subscriber.createdAt()))
                .put("date_modified", Dates.v3(subscriber.updatedAt()));
        json.putNull("order_id");
        ArrayNode consents = json.putArray("consents");
        subscriber.consents().forEach(consents::add);
        return json;
    }
}
