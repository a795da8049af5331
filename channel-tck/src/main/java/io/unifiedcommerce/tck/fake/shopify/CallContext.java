package io.unifiedcommerce.tck.fake.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.unifiedcommerce.tck.fake.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one GraphQL call carries besides its document. */
final class CallContext {
    static final String KEY = "call";

    private final List<Map<String, Object>> searches = new ArrayList<>();
    private final Faults faults;
    private final String version;
    private final BulkSlice bulk;

    private CallContext(Faults faults, String version, BulkSlice bulk) {
        this.faults = faults;
        this.version = version;
        this.bulk = bulk;
    }

    static CallContext interactive(Faults faults, String version) {
        return new CallContext(faults, version, null);
    }

    /** For a bulk operation: connections need no size, and the outermost is read slice by slice. */
    static CallContext bulk(Faults faults, String version, BulkSlice slice) {
        return new CallContext(faults, version, slice);
    }

    static CallContext of(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().get(KEY);
    }

    String version() {
        return version;
    }

    /** Null unless this is a bulk operation. */
    BulkSlice bulk() {
        return bulk;
    }

    void requireScope(String scope, String field) {
        if (faults.withdrawn(scope)) {
            throw new ShopifyError(
                    "ACCESS_DENIED",
                    "Access denied for " + field + " field. Required access: `" + scope + "` access scope.");
        }
    }

    /** Notes warnings about a search, told in extensions.search. */
    void searched(DataFetchingEnvironment environment, String query, List<Map<String, String>> warnings) {
        if (!warnings.isEmpty()) {
            searches.add(Map.of(
                    "path",
                    environment.getExecutionStepInfo().getPath().toList(),
                    "query",
                    query,
                    "warnings",
                    warnings));
        }
    }

    List<Map<String, Object>> searches() {
        return searches;
    }
}
