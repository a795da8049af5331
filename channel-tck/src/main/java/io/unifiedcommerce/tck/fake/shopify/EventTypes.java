package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.unifiedcommerce.tck.fake.shop.Records.Position;
import io.unifiedcommerce.tck.fake.shop.ShopChange;
import java.time.Clock;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The timeline of created and deleted products, which is where a poll learns of deletions. */
final class EventTypes {
    private record BasicEvent(long id, String action, String subjectType, long subjectId, Instant createdAt) {}

    private final AtomicLong ids = new AtomicLong(2_000_000);
    private final NavigableMap<Long, BasicEvent> events = new ConcurrentSkipListMap<>();
    private final SearchFields<BasicEvent> filters;
    private final Clock clock;

    EventTypes(ShopifySettings settings) {
        clock = settings.clock();
        filters = new SearchFields<BasicEvent>(settings.zone())
                .time("created_at", BasicEvent::createdAt)
                .number("id", BasicEvent::id)
                .text("subject_type", BasicEvent::subjectType)
                .text("action", BasicEvent::action);
    }

    void accept(ShopChange change) {
        if (change instanceof ShopChange.ProductChanged event && event.kind() != ShopChange.Kind.UPDATED) {
            String action = event.kind() == ShopChange.Kind.DELETED ? "destroy" : "create";
            long id = ids.incrementAndGet();
            events.put(id, new BasicEvent(id, action, "PRODUCT", event.product().id(), clock.instant()));
        }
    }

    void wire(Wiring wiring) {
        wiring.query().field("events", (root, call) -> events(call));
        wiring.type("BasicEvent", BasicEvent.class)
                .field("id", event -> Gid.of("BasicEvent", event.id()))
                .field("action", BasicEvent::action)
                .field("subjectType", BasicEvent::subjectType)
                .field("subjectId", event -> Gid.of("Product", event.subjectId()))
                .field("createdAt", BasicEvent::createdAt)
                .field("message", event -> event.action() + " " + event.subjectType())
                .constant(null, "appTitle")
                .constant(false, "attributeToApp", "criticalAlert")
                .constant(true, "attributeToUser");
    }

    private Connection events(DataFetchingEnvironment call) {
        Search<BasicEvent> search = filters.search(call);
        PageRequest page = PageRequest.of(call);
        NavigableMap<Long, BasicEvent> ordered = page.reverse() ? events.descendingMap() : events;
        return page.take(
                ordered.values().stream().filter(search.matches()), event -> new Position(Instant.EPOCH, event.id()));
    }
}
