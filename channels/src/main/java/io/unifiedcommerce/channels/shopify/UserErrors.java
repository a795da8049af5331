package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.record.Path;
import java.util.List;

/** What a customer mutation complains of. Its own words may quote the customer, so they go no further. */
final class UserErrors {
    private static final Path CODE = Path.parse("code");
    private static final Path FIELD = Path.parse("field");

    private UserErrors() {}

    /** The code and field of the first error at the path, or null. */
    static String first(Path errors, Object body) {
        List<Object> found = errors.list(body);
        if (found.isEmpty()) {
            return null;
        }
        Object error = found.get(0);
        return CODE.string(error) + " at " + FIELD.list(error);
    }
}
