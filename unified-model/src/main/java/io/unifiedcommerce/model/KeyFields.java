package io.unifiedcommerce.model;

import java.util.Arrays;
import java.util.List;

/**
 * Which fields make up an entity's key. A part is the first of its fields that has a value. {@code location_id} may be
 * missing where stock is not kept by location: then its part is empty, and left out at the end.
 */
record KeyFields(List<List<String>> parts) {

    static final List<String> TENANT = List.of("envelope.tenant_id");
    static final List<String> INSTANCE = List.of("envelope.channel_instance");

    private static final String ENVELOPE = "envelope";
    private static final List<String> SKU = List.of("sku");
    private static final List<String> LOCATION = List.of("location_id");

    static KeyFields inTenant(String... idFields) {
        return new KeyFields(List.of(TENANT, List.of(idFields)));
    }

    static KeyFields inChannel(String... idFields) {
        return new KeyFields(List.of(TENANT, INSTANCE, List.of(idFields)));
    }

    /** Stock of a SKU, by location where stock is kept by location. */
    static KeyFields stock() {
        return new KeyFields(List.of(TENANT, SKU, LOCATION));
    }

    /** Stock of a SKU in one channel, which {@code instance} names. */
    static KeyFields stockInChannel(List<String> instance) {
        return new KeyFields(List.of(TENANT, SKU, LOCATION, instance));
    }

    String of(Fields fields) {
        Fields envelope = fields.required(ENVELOPE);
        String[] values = new String[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(parts.get(i), fields, envelope);
        }
        return values[values.length - 1] == null ? Keys.of(Arrays.copyOf(values, values.length - 1)) : Keys.of(values);
    }

    private static String value(List<String> alternatives, Fields fields, Fields envelope) {
        for (String name : alternatives) {
            String value = name.startsWith(ENVELOPE)
                    ? envelope.text(name.substring(ENVELOPE.length() + 1))
                    : fields.text(name);
            if (value != null) {
                return value;
            }
        }
        if (alternatives.equals(LOCATION)) {
            return null;
        }
        throw new ModelException("the key needs a value").inField(String.join(" or ", alternatives));
    }
}
