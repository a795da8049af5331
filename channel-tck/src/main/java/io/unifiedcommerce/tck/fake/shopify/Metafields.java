package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.schema.DataFetchingEnvironment;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Extra values on any thing with a global id, by namespace and key. */
final class Metafields {
    /** Owner, namespace and key of a value. */
    record Key(String owner, String namespace, String key) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::owner).thenComparing(Key::namespace).thenComparing(Key::key);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        private String path() {
            return owner + "|" + namespace + "|" + key;
        }
    }

    /** A value; the digest changes whenever the value does. */
    record Metafield(long id, Key key, String type, String value, Instant createdAt, Instant updatedAt) {
        /** The parsed value of a json metafield, else the text itself. */
        Object json() {
            try {
                return type.equals("json") ? MAPPER.readValue(value, Object.class) : value;
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("a json metafield was stored that is not JSON", e);
            }
        }

        String digest() {
            return UUID.nameUUIDFromBytes((key.path() + "|" + value).getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    static final long APP_ID = 1001;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final AtomicLong ids = new AtomicLong(600_000);
    private final NavigableMap<Key, Metafield> all = new ConcurrentSkipListMap<>();
    private final Clock clock;

    Metafields(Clock clock) {
        this.clock = clock;
    }

    /** The value that a metafield(namespace:, key:) field asks for, or null. */
    Metafield find(String owner, DataFetchingEnvironment call) {
        return all.get(key(owner, call.getArgument("namespace"), call.getArgument("key")));
    }

    Metafield find(Key key) {
        return all.get(key);
    }

    List<Metafield> of(String owner) {
        return List.copyOf(all.subMap(new Key(owner, "", ""), true, new Key(owner, "\uffff", ""), true)
                .values());
    }

    Metafield put(Key key, String type, String value) {
        Instant now = clock.instant();
        return all.compute(
                key,
                (same, before) -> before == null
                        ? new Metafield(ids.incrementAndGet(), key, type, value, now, now)
                        : new Metafield(before.id(), key, type, value, before.createdAt(), now));
    }

    boolean remove(Key key) {
        return all.remove(key) != null;
    }

    /** {@code $app} stands for a namespace that belongs to the calling app; without a namespace it is meant. */
    static Key key(String owner, String namespace, String key) {
        String resolved = namespace == null ? "$app" : namespace;
        if (resolved.equals("$app")) {
            resolved = "app--" + APP_ID;
        } else if (resolved.startsWith("$app:")) {
            resolved = "app--" + APP_ID + "--" + resolved.substring("$app:".length());
        }
        return new Key(owner, resolved, key);
    }
}
