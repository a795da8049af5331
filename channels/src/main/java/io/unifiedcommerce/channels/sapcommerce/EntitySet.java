package io.unifiedcommerce.channels.sapcommerce;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entities of one integration object, as writers find and change them. */
final class EntitySet {
    /** More than any caller asks for at once, and no more than the platform gives. */
    private static final int MOST = 1000;

    private static final Path RESULTS = Path.parse("d.results");
    private static final Path KEY = Path.parse("integrationKey");
    private static final Path ERROR = Path.parse("error.code");

    private final ChannelClient client;
    private final RequestSpec find;
    private final RequestSpec patch;

    /** @param option what the options that name the object and its set begin with, such as {@code sap.stock} */
    EntitySet(ChannelClient client, String option) {
        String path = "/odata2webservices/${" + option + ".object}/${" + option + ".set}";
        this.client = client;
        this.find = WriteRequests.get(path, Map.of("$filter", "filter", "$expand", "expand", "$top", "top"));
        this.patch = WriteRequests.json("PATCH", path + "(${key|quoted})");
    }

    /** @param expand navigation properties whose content is wanted; null for none */
    List<Object> find(String filter, String expand) {
        Map<String, Object> values = new HashMap<>(Map.of("filter", filter, "top", MOST));
        values.put("expand", expand);
        return RESULTS.list(
                client.call(find, values, ChannelClient.Purpose.WRITE).body());
    }

    /**
     * Changes attributes of an entity that was found; the others stay as they are, and no entity is made.
     *
     * @throws ChannelException.Rejected when the platform refuses the attributes, or the entity is gone
     */
    Answer change(Object entity, Map<String, ?> attributes) {
        Map<String, Object> values = Map.of("key", String.valueOf(KEY.string(entity)), "body", attributes);
        return client.call(patch, values, ChannelClient.Purpose.WRITE);
    }

    /**
     * Why the platform refused an entity, as a code of its own such as {@code invalid_property}.
     *
     * @throws ChannelException.Rejected the refusal itself, when it does not come from the Integration API: then the address is
     *     wrong, not the entity
     */
    static String reason(ChannelException.Rejected refusal) {
        String code = ERROR.string(refusal.body());
        if (code == null) {
            throw refusal;
        }
        return code;
    }

    /** A text as filters hold it. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
