package io.unifiedcommerce.channel.webhook;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.SubscriptionSpec;
import io.unifiedcommerce.channel.read.WholeListing;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A platform's subscriptions that send to one address, by its API. Those that send elsewhere are not seen here. */
final class Subscriptions {
    private static final Path MESSAGE = Path.parse("message");

    private final SubscriptionSpec spec;
    private final ChannelClient client;
    private final String address;
    private final Path id;
    private final Path addressPath;
    private final Path topics;
    private final Map<Path, String> expected = new LinkedHashMap<>();

    /** @param options option values by configuration key */
    Subscriptions(SubscriptionSpec spec, ChannelClient client, Map<String, String> options, String address) {
        this.spec = spec;
        this.client = client;
        this.address = address;
        this.id = Path.parse(spec.id());
        this.addressPath = Path.parse(spec.address());
        this.topics = Path.parse(spec.topics());
        spec.expect()
                .forEach((path, value) -> expected.put(
                        Path.parse(path), TextTemplate.compile(value).textOrNull(Values.ofOptions(options))));
    }

    /** Those that send to the address, switched off or not, in the platform's order. */
    List<Subscription> ours() {
        List<Subscription> ours = new ArrayList<>();
        List<Object> listed = WholeListing.read(
                client,
                spec.list().request(),
                Path.parse(spec.list().records()),
                spec.list().paging(),
                values());
        for (Object item : listed) {
            if (address.equals(addressPath.string(item))) {
                ours.add(subscription(item));
            }
        }
        return ours;
    }

    private Subscription subscription(Object item) {
        String found = id.string(item);
        if (found == null) {
            throw new ChannelException.BrokenContract("a webhook subscription has no id at '" + id + "'", null);
        }
        Set<String> told =
                topics.list(item).stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
        boolean sound = expected.entrySet().stream()
                .allMatch(entry -> textOf(entry.getKey().get(item)).equals(textOf(entry.getValue())));
        return new Subscription(found, told, sound);
    }

    /** What is not there, nothing and an empty list are the same: platforms write them as they like. */
    private static String textOf(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value == null ? "" : value.toString();
    }

    void make(Set<String> wanted) {
        change(spec.create(), values(wanted));
    }

    void mend(Subscription subscription, Set<String> wanted) {
        if (spec.update() == null) {
            remove(subscription);
            make(wanted);
        } else {
            Map<String, Object> values = values(wanted);
            values.put("id", subscription.id());
            change(spec.update(), values);
        }
    }

    void remove(Subscription subscription) {
        Map<String, Object> values = values();
        values.put("id", subscription.id());
        try {
            change(spec.delete(), values);
        } catch (ChannelException.Rejected e) {
            // Somebody else was faster.
            if (e.status() != 404 && e.status() != 410) {
                throw e;
            }
        }
    }

    /** The key by which the platform signs for it. */
    String key(Subscription subscription) {
        Map<String, Object> values = values();
        values.put("id", subscription.id());
        Object body = client.call(spec.key().request(), values, ChannelClient.Purpose.READ)
                .body();
        String key = Path.parse(spec.key().path()).string(body);
        if (key == null) {
            throw new ChannelException.BrokenContract(
                    "a webhook subscription has no key at '" + spec.key().path() + "'", null);
        }
        return key;
    }

    private void change(RequestSpec request, Map<String, Object> values) {
        Object body = client.call(request, values, ChannelClient.Purpose.WRITE).body();
        List<Object> complaints = spec.complaints() == null || body == null
                ? List.of()
                : Path.parse(spec.complaints()).list(body);
        if (!complaints.isEmpty()) {
            // They speak of a topic, an address or a scope, none of which is a secret or anybody's personal data.
            throw new ChannelException.Rejected(
                    "the platform refused a webhook subscription: "
                            + complaints.stream()
                                    .map(complaint -> textOf(MESSAGE.get(complaint)))
                                    .distinct()
                                    .collect(Collectors.joining("; ")),
                    200,
                    body);
        }
    }

    private Map<String, Object> values(Set<String> wanted) {
        Map<String, Object> values = values();
        values.put("topics", List.copyOf(wanted));
        values.put("topic", wanted.iterator().next());
        return values;
    }

    private Map<String, Object> values() {
        return new HashMap<>(Map.of("address", address));
    }
}
