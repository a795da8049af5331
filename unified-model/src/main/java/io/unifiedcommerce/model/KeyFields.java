package io.unifiedcommerce.model;

import java.util.Arrays;
import java.util.List;

/** Which fields make up an entity's key. */
record KeyFields(List<Part> parts) {

    /**
     * One part of a key: the first of some fields that has a value.
     *
     * @param of where the fields stand
     * @param optional whether all of them may be null: the part is empty then, and left out at the end of a key
     */
    record Part(Place of, boolean optional, List<String> fields) {

        Part(Place of, String... fields) {
            this(of, false, List.of(fields));
        }

        private String value(Fields record, Fields envelope) {
            Fields place = of == Place.ENVELOPE ? envelope : record;
            for (String field : fields) {
                String value = place.text(field);
                if (value != null) {
                    return value;
                }
            }
            if (optional) {
                return null;
            }
            throw new ModelException("the key needs a value").inField(String.join(" or ", fields));
        }
    }

    enum Place {
        ENVELOPE,
        RECORD
    }

    private static final Part TENANT = new Part(Place.ENVELOPE, "tenant_id");
    private static final Part SKU = new Part(Place.RECORD, "sku");
    /** Null where a channel does not keep stock by location. */
    private static final Part LOCATION = new Part(Place.RECORD, true, List.of("location_id"));

    static KeyFields inTenant(String... idFields) {
        return new KeyFields(List.of(TENANT, new Part(Place.RECORD, idFields)));
    }

    static KeyFields inChannel(String... idFields) {
        return new KeyFields(List.of(TENANT, instance(Place.ENVELOPE), new Part(Place.RECORD, idFields)));
    }

    static KeyFields stock() {
        return new KeyFields(List.of(TENANT, SKU, LOCATION));
    }

    /** Stock in one channel: the one it was read from, or the one that the record names. */
    static KeyFields stockInChannel(Place of) {
        return new KeyFields(List.of(TENANT, SKU, LOCATION, instance(of)));
    }

    String of(Fields record) {
        Fields envelope = record.required("envelope");
        String[] values = new String[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).value(record, envelope);
        }
        return values[values.length - 1] == null ? Keys.of(Arrays.copyOf(values, values.length - 1)) : Keys.of(values);
    }

    private static Part instance(Place of) {
        return new Part(of, "channel_instance");
    }
}
