package io.unifiedcommerce.channel.event;

import io.unifiedcommerce.channel.record.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The body of a request, parted.
 *
 * @param common what it says of all its events
 * @param events what it lists; each should be a map
 */
record EventBody(Map<String, Object> common, List<Object> events) {

    /** @param listAt key of the list of events; null where a body is one event */
    @SuppressWarnings("unchecked")
    static EventBody of(Object body, String listAt) {
        if (body instanceof List<?> list) {
            return new EventBody(Map.of(), (List<Object>) list);
        }
        if (listAt == null || !(body instanceof Map<?, ?> map) || !(map.get(listAt) instanceof List<?>)) {
            return new EventBody(Map.of(), body == null ? List.of() : List.of(body));
        }
        Map<String, Object> common = new LinkedHashMap<>((Map<String, Object>) map);
        common.remove(listAt);
        return new EventBody(common, Path.parse(listAt).list(map));
    }
}
