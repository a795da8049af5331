package io.unifiedcommerce.tck.fake.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** metafieldsSet, which writes all of up to 25 values or none, and metafieldsDelete. */
final class MetafieldMutations {
    private static final int MAX = 25;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Metafields metafields;

    MetafieldMutations(Metafields metafields) {
        this.metafields = metafields;
    }

    void wire(Wiring wiring) {
        wiring.mutation()
                .field(
                        "metafieldsDelete",
                        "write_customers",
                        (root, call) -> delete(call.<List<Map<String, Object>>>getArgument("metafields")))
                .field(
                        "metafieldsSet",
                        "write_customers",
                        (root, call) -> set(wiring, call.<List<Map<String, Object>>>getArgument("metafields")));
    }

    /** A value that was not there is null in the answer and no error. */
    private Object delete(List<Map<String, Object>> inputs) {
        List<Map<String, Object>> deleted = new ArrayList<>();
        inputs.forEach(input -> deleted.add(metafields.remove(key(input)) ? input : null));
        return Payload.of("deletedMetafields", deleted);
    }

    private Object set(Wiring wiring, List<Map<String, Object>> inputs) {
        if (inputs.size() > MAX) {
            throw new ShopifyError("MAX_INPUT_SIZE_EXCEEDED", "At most " + MAX + " metafields can be set at once");
        }
        synchronized (metafields) {
            List<Map<String, Object>> errors = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                check(wiring, inputs.get(i), i, errors);
            }
            if (!errors.isEmpty()) {
                return Payload.of("metafields", List.of(), errors);
            }
            List<Metafields.Metafield> written = new ArrayList<>();
            for (Map<String, Object> input : inputs) {
                written.add(metafields.put(key(input), type(input), (String) input.get("value")));
            }
            return Payload.of("metafields", written);
        }
    }

    private void check(Wiring wiring, Map<String, Object> input, int index, List<Map<String, Object>> errors) {
        if (wiring.find(input.get("ownerId")) == null) {
            errors.add(error("INVALID", "Owner does not exist.", index, "ownerId"));
            return;
        }
        Metafields.Metafield before = metafields.find(key(input));
        if (type(input) == null) {
            errors.add(error("BLANK", "Type can't be blank", index, "type"));
        } else if (type(input).equals("json") && !isJson((String) input.get("value"))) {
            errors.add(error("INVALID_VALUE", "Value is not valid JSON", index, "value"));
        }
        if (input.containsKey("compareDigest")) {
            String current = before == null ? null : before.digest();
            Object expected = input.get("compareDigest");
            if (expected == null ? current != null : !expected.equals(current)) {
                errors.add(error("STALE_OBJECT", "The resource has been updated since it was loaded", index, "value"));
            }
        }
    }

    private String type(Map<String, Object> input) {
        if (input.get("type") != null) {
            return (String) input.get("type");
        }
        Metafields.Metafield before = metafields.find(key(input));
        return before == null ? null : before.type();
    }

    private static Metafields.Key key(Map<String, Object> input) {
        return Metafields.key(
                (String) input.get("ownerId"), (String) input.get("namespace"), (String) input.get("key"));
    }

    private static boolean isJson(String value) {
        try {
            return !MAPPER.readTree(value).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static Map<String, Object> error(String code, String message, int index, String field) {
        Map<String, Object> error = Payload.error(code, message, "metafields", String.valueOf(index), field);
        error.put("elementIndex", null);
        return error;
    }
}
