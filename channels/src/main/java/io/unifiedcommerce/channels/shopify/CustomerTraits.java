package io.unifiedcommerce.channels.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.ProfileTraits;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.model.CustomerProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The metafield that holds a customer's traits, in the namespace that Shopify reserves for our app. */
final class CustomerTraits {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAMESPACE = "$app:profile";
    private static final String KEY = "traits";
    private static final RequestSpec SET = WriteRequests.graphql("queries/write-traits.graphql", "metafields");
    private static final RequestSpec DELETE =
            WriteRequests.graphql("queries/write-traits-delete.graphql", "metafields");
    private static final Path SET_ERRORS = Path.parse("data.metafieldsSet.userErrors");
    private static final Path DELETE_ERRORS = Path.parse("data.metafieldsDelete.userErrors");
    private static final Path INDEX = Path.parse("elementIndex");
    private static final int ROWS = 25;

    private final ChannelClient client;

    CustomerTraits(ChannelClient client) {
        this.client = client;
    }

    /** The metafield's value for a profile: equal for equal traits. */
    static String json(CustomerProfile profile) {
        try {
            return JSON.writeValueAsString(ProfileTraits.of(profile));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("traits are texts, numbers and lists of texts", e);
        }
    }

    /** Whether both are the same JSON, whatever its spelling. */
    static boolean same(String a, String b) {
        try {
            return a != null && JSON.readTree(a).equals(JSON.readTree(b));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Writes traits by customer; gives back what was refused, by customer. All rows of a request are taken, or none. */
    Map<String, String> write(Map<String, String> traits) {
        Map<String, String> refused = new HashMap<>();
        List<String> customers = new ArrayList<>(traits.keySet());
        while (!customers.isEmpty()) {
            List<String> some = customers.subList(0, Math.min(ROWS, customers.size()));
            List<Map<String, String>> rows =
                    some.stream().map(id -> metafield(id, traits.get(id))).toList();
            Answer answer = client.call(SET, Map.of("metafields", rows), ChannelClient.Purpose.WRITE);
            List<Object> errors = SET_ERRORS.list(answer.body());
            if (errors.isEmpty()) {
                some.clear();
            } else {
                String refusal = UserErrors.first(SET_ERRORS, answer.body());
                // The field repeats the index for those errors that do not have it.
                int index = INDEX.get(errors.get(0)) instanceof Number number ? number.intValue() : 0;
                refused.put(some.remove(Math.min(index, some.size() - 1)), refusal);
            }
        }
        return refused;
    }

    /** Takes the traits away; says what was refused, or null. */
    String delete(String customerId) {
        Map<String, String> identifier = Map.of("ownerId", customerId, "namespace", NAMESPACE, "key", KEY);
        Answer answer = client.call(DELETE, Map.of("metafields", List.of(identifier)), ChannelClient.Purpose.WRITE);
        return UserErrors.first(DELETE_ERRORS, answer.body());
    }

    private static Map<String, String> metafield(String customerId, String value) {
        return Map.of("ownerId", customerId, "namespace", NAMESPACE, "key", KEY, "type", "json", "value", value);
    }
}
