package io.unifiedcommerce.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Meta as its documentation describes it: strict with whole requests, and forgetful after 48 hours. */
final class FakeMeta implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 1000;

    private final MockWebServer server = new MockWebServer();
    private final Queue<MockResponse> faults = new ArrayDeque<>();
    private final Map<String, JsonNode> counted = new LinkedHashMap<>();
    private final List<JsonNode> requests = new ArrayList<>();
    private final AtomicInteger copies = new AtomicInteger();
    private final Clock clock;

    private FakeMeta(Clock clock) {
        this.clock = clock;
    }

    static FakeMeta start(Clock clock) throws IOException {
        FakeMeta meta = new FakeMeta(clock);
        meta.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return meta.answer(request);
            }
        });
        meta.server.start(InetAddress.getLoopbackAddress(), 0);
        return meta;
    }

    String url() {
        return server.url("/").toString();
    }

    /** The next requests are answered so, before anything is looked at. */
    synchronized void next(MockResponse... answers) {
        faults.addAll(List.of(answers));
    }

    static MockResponse error(int status, int code, boolean temporary) {
        return new MockResponse.Builder()
                .code(status)
                .body("{\"error\":{\"message\":\"no\",\"code\":" + code + ",\"is_transient\":" + temporary
                        + ",\"fbtrace_id\":\"Atrace\"}}")
                .build();
    }

    /** Events that count, by name and id. */
    synchronized Map<String, JsonNode> counted() {
        return new LinkedHashMap<>(counted);
    }

    synchronized List<JsonNode> requests() {
        return new ArrayList<>(requests);
    }

    /** Events that came again in time and were recognised. */
    int copies() {
        return copies.get();
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        if (!faults.isEmpty()) {
            return faults.remove();
        }
        if (!request.getUrl().encodedPath().equals("/v26.0/1234567890/events")) {
            return error(400, 803, false);
        }
        JsonNode body = read(request);
        requests.add(body);
        if (!"token-of-the-test".equals(body.path("access_token").asText())) {
            return error(400, 190, false);
        }
        JsonNode events = body.path("data");
        for (JsonNode event : events) {
            if (!isValid(event)) {
                return error(400, 100, false);
            }
        }
        if (events.isEmpty() || events.size() > MOST) {
            return error(400, 100, false);
        }
        events.forEach(this::count);
        return new MockResponse.Builder()
                .body("{\"events_received\":" + events.size() + ",\"messages\":[],\"fbtrace_id\":\"Atrace\"}")
                .build();
    }

    private void count(JsonNode event) {
        JsonNode known = counted.putIfAbsent(
                event.path("event_name").asText() + " " + event.path("event_id").asText(), event);
        if (known != null) {
            copies.incrementAndGet();
        }
    }

    private boolean isValid(JsonNode event) {
        long time = event.path("event_time").asLong();
        long now = clock.instant().getEpochSecond();
        boolean inTime = time <= now && time >= now - Duration.ofDays(7).toSeconds();
        boolean website = event.path("action_source").asText().equals("website");
        boolean complete = !website
                || event.has("event_source_url") && event.path("user_data").has("client_user_agent");
        boolean priced = !event.path("event_name").asText().equals("Purchase")
                || event.path("custom_data").path("value").isNumber()
                        && event.path("custom_data").path("currency").asText().matches("[A-Z]{3}");
        return inTime
                && complete
                && priced
                && event.hasNonNull("event_name")
                && !event.path("user_data").isEmpty();
    }

    private static JsonNode read(RecordedRequest request) {
        try {
            return JSON.readTree(request.getBody().toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
