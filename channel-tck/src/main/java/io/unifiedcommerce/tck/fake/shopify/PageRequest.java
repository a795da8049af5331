package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.unifiedcommerce.tck.fake.shop.Records.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The page that a connection field asks for. A cursor holds a position, how many objects came before it, and a
 * fingerprint of filter and order, because a cursor of one list is worth nothing in another.
 *
 * @param slice null unless the page is read for a bulk operation
 */
record PageRequest(int first, Position after, int seen, boolean reverse, String fingerprint, BulkSlice slice) {
    static final int MAX = 250;
    private static final int DEEPEST = 25_000;

    static PageRequest of(DataFetchingEnvironment environment) {
        Object sortKey = environment.getArgument("sortKey");
        Object query = environment.getArgument("query");
        boolean reverse = Boolean.TRUE.equals(environment.getArgument("reverse"));
        String fingerprint = Integer.toHexString((sortKey + "|" + query + "|" + reverse).hashCode());
        BulkSlice slice = CallContext.of(environment).bulk();
        if (slice != null) {
            // The connections inside are read whole; nobody asks where their slice ended.
            boolean outermost = environment.getExecutionStepInfo().getPath().getLevel() == 1;
            int size = outermost ? BulkSlice.SIZE : Integer.MAX_VALUE;
            return decoded(
                    outermost ? slice.cursor() : null, size, reverse, fingerprint, outermost ? slice : new BulkSlice());
        }
        Integer first = environment.getArgument("first");
        if (first == null) {
            throw new ShopifyError(
                    "BAD_REQUEST",
                    "you must provide one of first or last: "
                            + environment.getField().getName());
        }
        if (first < 0 || first > MAX) {
            throw new ShopifyError("BAD_REQUEST", "first must be between 0 and " + MAX + ", was " + first);
        }
        return decoded(environment.getArgument("after"), first, reverse, fingerprint, null);
    }

    /** Takes the page from things that come in order and, when {@code after} is set, may begin before it. */
    <T> Connection take(Stream<T> ordered, Function<T, Position> position) {
        if (slice == null && seen >= DEEPEST) {
            throw new ShopifyError("BAD_REQUEST", "lists cannot be paged beyond " + DEEPEST + " objects");
        }
        Iterator<T> rest = ordered.filter(node -> follows(position.apply(node))).iterator();
        List<T> nodes = new ArrayList<>();
        while (rest.hasNext() && nodes.size() < first) {
            nodes.add(rest.next());
        }
        return told(new Connection(
                nodes, i -> cursor(position.apply(nodes.get(i)), seen + i + 1), rest.hasNext(), after != null));
    }

    /** Takes the page from a list that stands in its order already. */
    <T> Connection take(List<T> all) {
        List<T> ordered = new ArrayList<>(all);
        if (reverse) {
            Collections.reverse(ordered);
        }
        int start = Math.min(seen, ordered.size());
        int end = (int) Math.min((long) start + first, ordered.size());
        return told(new Connection(
                ordered.subList(start, end),
                i -> cursor(new Position(Instant.EPOCH, 0), start + i + 1),
                end < ordered.size(),
                start > 0));
    }

    /** A bulk operation goes on from here with its next slice. */
    private Connection told(Connection page) {
        if (slice != null) {
            slice.advance(page.endCursor(), page.hasNext());
        }
        return page;
    }

    private boolean follows(Position position) {
        if (after == null) {
            return true;
        }
        return reverse ? position.compareTo(after) < 0 : position.compareTo(after) > 0;
    }

    private String cursor(Position position, int count) {
        String text = position.updatedAt().getEpochSecond() + "|" + position.id() + "|" + count + "|" + fingerprint;
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PageRequest decoded(String cursor, int first, boolean reverse, String fingerprint, BulkSlice slice) {
        if (cursor == null) {
            return new PageRequest(first, null, 0, reverse, fingerprint, slice);
        }
        try {
            String[] parts = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            if (parts.length == 4 && parts[3].equals(fingerprint)) {
                Position after =
                        new Position(Instant.ofEpochSecond(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
                return new PageRequest(first, after, Integer.parseInt(parts[2]), reverse, fingerprint, slice);
            }
        } catch (IllegalArgumentException e) {
            throw new ShopifyError("BAD_REQUEST", "Invalid cursor for current pagination sort.");
        }
        throw new ShopifyError("BAD_REQUEST", "Invalid cursor for current pagination sort.");
    }
}
