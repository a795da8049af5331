package io.unifiedcommerce.channel.manifest;

import java.util.List;
import java.util.Map;

/**
 * How the platform's API keeps subscriptions to its notifications. Requests may hold {@code ${address}}, where notifications are
 * to go; {@code ${topic}} and {@code ${topics}}, as the API names them; and {@code ${id}} of the subscription.
 */
public record SubscriptionSpec(
        @Setting("how they are listed, those that are switched off too")
        Listed list,

        @Setting("path of a subscription's id") String id,
        @Setting("path of the address that it sends to") String address,

        @Setting("path of its topic, or of the list of its topics")
        String topics,

        @Setting(value = "how the API names a topic", byDefault = "as_delivered")
        Names names,

        @Setting(
                value = "whether one subscription has all topics; otherwise there is one for each",
                byDefault = "false")
        boolean together,

        @Setting(
                value =
                        "what stands at paths of a sound one, such as that it is switched on; one in which something else "
                                + "stands is corrected",
                optional = true)
        Map<String, String> expect,

        @Setting("the request that makes one") RequestSpec create,

        @Setting(value = "the request that corrects one; it is deleted and made again when left out", optional = true)
        RequestSpec update,

        @Setting("the request that deletes one") RequestSpec delete,

        @Setting(
                value = "path of the list of complaints in an answer to these requests that is otherwise a good one",
                optional = true)
        String complaints,

        @Setting(value = "where the platform makes the key by which it signs, how that is asked for", optional = true)
        Key key,

        @Setting(value = "scopes the credentials need", optional = true)
        List<String> scopes) {

    /** How the API names a topic. */
    public enum Names {
        /** As notifications do. */
        AS_DELIVERED,
        /** ORDERS_CREATE where notifications say orders/create. */
        UPPER_SNAKE
    }

    /** How subscriptions are listed. */
    public record Listed(
            @Setting("the request of one page") RequestSpec request,

            @Setting("path of the subscriptions in an answer")
            String records,

            @Setting("how pages follow one another") PagingSpec paging) {}

    /** How a subscription's signing key is asked for. */
    public record Key(
            @Setting("the request") RequestSpec request,
            @Setting("path of the key in its answer") String path,

            @Setting("option that the key stands in for; what the user set there counts, too")
            String option) {}
}
