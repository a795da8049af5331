package io.unifiedcommerce.tck.fake.contract;

import com.atlassian.oai.validator.report.ValidationReport;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.contract.OpenApiContract.Described;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adobe Commerce's published Swagger documents. */
public final class AdobeCommerceContract {
    private static final String PREFIX = "/rest/all";

    private AdobeCommerceContract() {}

    /**
     * The judge of requests whose path begins with /rest/all.
     *
     * @param folder with the published documents under their own names
     * @param document the one of a version, such as admin-schema-2.4.8.yaml
     */
    public static OpenApiContract of(Path folder, String document) {
        return new OpenApiContract(
                folder,
                call -> described(call, document),
                AdobeCommerceContract::isMistake,
                AdobeCommerceContract::withoutIntroduction);
    }

    /** The introduction stands in a file of its own, which no reader of Swagger expects. */
    private static String withoutIntroduction(String text) {
        return text.replaceFirst("(?m)^  description: *\\R    \"?\\$ref\"?: .*$", "");
    }

    private static Optional<Described> described(HttpCall call, String document) {
        if (!call.path().startsWith(PREFIX + "/V1/")) {
            return Optional.empty();
        }
        String path = call.path().substring(PREFIX.length());
        HttpCall described = new HttpCall(call.method(), path, query(call), call.headers(), call.body());
        return Optional.of(new Described(document, described));
    }

    /** The documents describe only the first filter, group and sort order; the guides tell that there may be more. */
    private static Map<String, List<String>> query(HttpCall call) {
        Map<String, List<String>> first = new LinkedHashMap<>();
        call.query().forEach((name, values) -> first.putIfAbsent(name.replaceAll("\\[\\d+]", "[0]"), values));
        return first;
    }

    /** Where the documents (state of July 2026) contradict what shops answer, so that a complaint says nothing. */
    private static boolean isMistake(ValidationReport.Message message) {
        // Shops answer null for what has no value; the documents know no null.
        return message.getKey().endsWith("schema.type") && message.getMessage().contains("Instance type (null)");
    }
}
