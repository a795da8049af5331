package io.unifiedcommerce.channel.template;

import java.util.HashMap;
import java.util.Map;

/**
 * Where placeholders find their values: those of one call first, then the channel's options.
 *
 * @param call values of this call by placeholder, or by the placeholder's first part when they are records
 * @param options option values by configuration key; may hold secrets, so this record has no text form
 */
public record Values(Map<String, ?> call, Map<String, String> options) {

    /** Options only, for texts that do not change from call to call. */
    public static Values ofOptions(Map<String, String> options) {
        return new Values(Map.of(), options);
    }

    /** The same with further values of this call, which win. */
    public Values with(Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(call);
        all.putAll(more);
        return new Values(all, options);
    }

    @Override
    public String toString() {
        return "values of " + call.keySet() + " and " + options.keySet();
    }
}
