package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.model.CustomerProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Our tags of a customer. Shopify takes tags for equal that differ in case only, and a comma for the end of a tag. The tag with
 * the profile's id is how its customers are found once the profile is gone.
 */
final class CustomerTags {
    private static final String PREFIX = "uc:";
    private static final RequestSpec ADD = WriteRequests.graphql("queries/write-tags-add.graphql", "id", "tags");
    private static final RequestSpec REMOVE = WriteRequests.graphql("queries/write-tags-remove.graphql", "id", "tags");
    private static final RequestSpec SEARCH =
            WriteRequests.graphql("queries/write-customers-by-tag.graphql", "query", "after");
    private static final Path ADD_ERRORS = Path.parse("data.tagsAdd.userErrors");
    private static final Path REMOVE_ERRORS = Path.parse("data.tagsRemove.userErrors");
    private static final Path NODES = Path.parse("data.customers.nodes");
    private static final Path NEXT = Path.parse("data.customers.pageInfo.endCursor");
    private static final Path MORE = Path.parse("data.customers.pageInfo.hasNextPage");
    private static final int MAX_TAG = 255;

    private final ChannelClient client;

    CustomerTags(ChannelClient client) {
        this.client = client;
    }

    /** The tags that a profile stands for. */
    static Collection<String> of(CustomerProfile profile) {
        Collection<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        tags.add(ofProfile(profile.getProfileId()));
        profile.getSegments().forEach(segment -> tags.add(tag(segment)));
        return tags;
    }

    /** Adds and removes until the customer has these tags of ours; says what was refused, or null. */
    String replace(String customerId, List<Object> present, Collection<String> wanted) {
        Collection<String> surplus = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collection<String> missing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        missing.addAll(wanted);
        for (Object tag : present) {
            if (!missing.remove(tag.toString()) && tag.toString().regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                surplus.add(tag.toString());
            }
        }
        String refusal = surplus.isEmpty() ? null : change(REMOVE, REMOVE_ERRORS, customerId, surplus);
        return refusal != null || missing.isEmpty() ? refusal : change(ADD, ADD_ERRORS, customerId, missing);
    }

    /** The customers that carry a profile's tag, with all their tags. */
    List<Object> customersOf(String profileId) {
        Map<String, Object> values = new HashMap<>();
        values.put("query", "tag:'" + ofProfile(profileId).replace("\\", "\\\\").replace("'", "\\'") + "'");
        List<Object> customers = new ArrayList<>();
        boolean more = true;
        while (more) {
            Object body =
                    client.call(SEARCH, values, ChannelClient.Purpose.WRITE).body();
            customers.addAll(NODES.list(body));
            more = Boolean.TRUE.equals(MORE.get(body));
            values.put("after", NEXT.get(body));
        }
        return customers;
    }

    private String change(RequestSpec request, Path errors, String customerId, Collection<String> tags) {
        Object body = client.call(
                        request, Map.of("id", customerId, "tags", List.copyOf(tags)), ChannelClient.Purpose.WRITE)
                .body();
        return UserErrors.first(errors, body);
    }

    private static String ofProfile(String profileId) {
        return tag("profile:" + profileId);
    }

    private static String tag(String text) {
        String tag = PREFIX + text.replace(',', ' ').strip();
        return tag.length() <= MAX_TAG ? tag : tag.substring(0, MAX_TAG);
    }
}
