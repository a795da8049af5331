package io.unifiedcommerce.channels.cegid;

import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.ProfileTraits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which trait goes into which user field of a customer. */
final class UserFields {
    private static final Path LIST = Path.parse("UserField");
    private static final Path ID = Path.parse("Id");
    private static final Path TEXT = Path.parse("TextValue");

    private final Map<String, String> traits;

    private UserFields(Map<String, String> traits) {
        this.traits = traits;
    }

    /**
     * Reads pairs such as {@code segments:21,lifetime_value:22}.
     *
     * @throws IllegalArgumentException when a pair is none, or names no trait
     */
    static UserFields parse(String option) {
        Map<String, String> traits = new LinkedHashMap<>();
        for (String pair : Objects.requireNonNullElse(option, "").split(",")) {
            String[] parts = pair.strip().split(":");
            if (parts.length != 2 || !ProfileTraits.NAMES.contains(parts[0]) || !parts[1].matches("\\d{1,6}")) {
                throw new IllegalArgumentException("cegid.profile.user.fields: '" + pair.strip()
                        + "' is not trait:number; traits are " + ProfileTraits.NAMES);
            }
            traits.put(parts[1], parts[0]);
        }
        return new UserFields(traits);
    }

    /**
     * A customer's user fields with the traits written into them; null when they say so already.
     *
     * @param current as Y2 tells them; null for none
     */
    List<Object> written(Object current, Map<String, Object> values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        LIST.list(current).forEach(field -> fields.put(ID.string(field), field));
        boolean changed = false;
        for (Map.Entry<String, String> entry : traits.entrySet()) {
            String wanted = text(values.get(entry.getValue()));
            String shown = Objects.requireNonNullElse(TEXT.string(fields.get(entry.getKey())), "");
            if (!wanted.equals(shown)) {
                changed = true;
                fields.put(entry.getKey(), field(entry.getKey(), wanted));
            }
        }
        return changed ? new ArrayList<>(fields.values()) : null;
    }

    private static Map<String, Object> field(String id, String text) {
        // The order of their names is the order on the wire.
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("Id", id);
        field.put("TextValue", text);
        field.put("ValueType", "TextValueKind");
        return field;
    }

    private static String text(Object trait) {
        return trait instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : trait == null ? "" : trait.toString();
    }
}
