package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.unifiedcommerce.tck.fake.shop.Records;
import io.unifiedcommerce.tck.fake.shop.Records.Position;
import io.unifiedcommerce.tck.fake.shop.Versioned;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A top-level list with a filter and a sort key, read along the index that fits. */
final class Listing<T extends Versioned> {
    private final Records<T> records;
    private final SearchFields<T> fields;

    Listing(Records<T> records, SearchFields<T> fields) {
        this.records = records;
        this.fields = fields;
    }

    /** Creation order equals id order in the fake, so CREATED_AT, ID and sort keys by name are all read by id. */
    Connection page(DataFetchingEnvironment environment) {
        Search<T> search = fields.search(environment);
        Object sortKey = environment.getArgument("sortKey");
        PageRequest page = PageRequest.of(environment);
        if ("UPDATED_AT".equals(sortKey)) {
            return page.take(
                    byUpdate(page, search.updatedFrom()).filter(search.matches()),
                    node -> new Position(node.updatedAt(), node.id()));
        }
        return page.take(byId(page).filter(search.matches()), node -> new Position(Instant.EPOCH, node.id()));
    }

    /** As {@link #page} for the one sort key whose time is neither creation nor update. */
    Connection page(DataFetchingEnvironment environment, String sortKey, Function<T, Instant> time) {
        if (!sortKey.equals(environment.getArgument("sortKey"))) {
            return page(environment);
        }
        Search<T> search = fields.search(environment);
        PageRequest page = PageRequest.of(environment);
        Function<T, Position> position = node -> new Position(time.apply(node), node.id());
        Comparator<T> order = Comparator.comparing(position);
        Stream<T> sorted = records.byId().values().stream()
                .filter(search.matches())
                .sorted(page.reverse() ? order.reversed() : order);
        return page.take(sorted, position);
    }

    private Stream<T> byUpdate(PageRequest page, Instant updatedFrom) {
        NavigableMap<Position, T> index = records.byUpdate();
        Position from = new Position(updatedFrom, 0);
        if (page.reverse()) {
            NavigableMap<Position, T> down = index.tailMap(from, true).descendingMap();
            return (page.after() == null ? down : down.tailMap(page.after(), false)).values().stream();
        }
        boolean resumed = page.after() != null && page.after().compareTo(from) > 0;
        return index.tailMap(resumed ? page.after() : from, !resumed).values().stream();
    }

    private Stream<T> byId(PageRequest page) {
        NavigableMap<Long, T> index = page.reverse() ? records.byId().descendingMap() : records.byId();
        return (page.after() == null ? index : index.tailMap(page.after().id(), false)).values().stream();
    }
}
