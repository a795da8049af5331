package io.unifiedcommerce.tck.fake.contract;

import io.unifiedcommerce.tck.fake.HttpCall;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** SAP's description of OCC. The Integration API has none: each installation describes its own integration objects. */
public final class SapCommerceContract {
    private static final String PREFIX = "/occ/v2";
    private static final String DOCUMENT = "occ-v2-structural-extract.json";

    private SapCommerceContract() {}

    /**
     * The judge of requests whose path begins with /occ/v2.
     *
     * @param folder with the description
     */
    public static OpenApiContract of(Path folder) {
        return new OpenApiContract(folder, SapCommerceContract::described, message -> false, UnaryOperator.identity());
    }

    /** Whether the description tells of such requests. */
    public static boolean covers(HttpCall call) {
        return call.path().startsWith(PREFIX + "/");
    }

    private static Optional<OpenApiContract.Described> described(HttpCall call) {
        if (!covers(call)) {
            return Optional.empty();
        }
        String path = call.path().substring(PREFIX.length());
        HttpCall described = new HttpCall(call.method(), path, call.query(), call.headers(), call.body());
        return Optional.of(new OpenApiContract.Described(DOCUMENT, described));
    }
}
