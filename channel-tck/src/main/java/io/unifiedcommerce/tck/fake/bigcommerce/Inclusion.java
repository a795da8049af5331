package io.unifiedcommerce.tck.fake.bigcommerce;

import io.unifiedcommerce.tck.fake.HttpCall;
import java.util.List;

/**
 * What a request for orders wants embedded.
 *
 * @param consignments deliveries and pickups
 * @param lines the lines within these
 * @param asObject whether the supported structure of consignments is asked for
 */
record Inclusion(boolean consignments, boolean lines, boolean asObject) {
    static final Inclusion NONE = new Inclusion(false, false, false);

    static Inclusion of(HttpCall call) {
        List<String> include = Params.texts(call, "include").orElse(List.of());
        boolean lines = include.contains("consignments.line_items");
        return new Inclusion(
                lines || include.contains("consignments"),
                lines,
                call.param("consignment_structure").isPresent());
    }
}
