package io.unifiedcommerce.tck.fake.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.RecordedCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * BigCommerce's published OpenAPI documents as a judge of requests and answers. A document is loaded when its first
 * request comes, which takes seconds: keep one contract. Needs the optional dependency swagger-request-validator-core.
 * Thread safe.
 */
public final class BigCommerceContract {
    private static final Pattern PATH = Pattern.compile("/stores/[^/]+(/v[23])(/.+)");

    /** A published document and the paths that it describes. */
    private record Document(Pattern paths, String name) {
        private static Document of(String paths, String name) {
            return new Document(Pattern.compile(paths), name);
        }
    }

    /** The first that fits a path is meant. */
    private static final List<Document> DOCUMENTS = List.of(
            Document.of("/v2/store", "store_information.v2.yml"),
            Document.of("/v2/order", "orders.v2.oas2.yml"),
            Document.of("/v3/orders", "orders.v3.yml"),
            Document.of("/v3/catalog/variants", "catalog/product-variants_catalog.v3.yml"),
            Document.of("/v3/catalog/products/\\d+/variants", "catalog/product-variants_catalog.v3.yml"),
            Document.of("/v3/catalog/products", "catalog/products_catalog.v3.yml"),
            Document.of("/v3/inventory/locations$", "locations.v3.yml"),
            Document.of("/v3/inventory", "inventory.v3.yml"),
            Document.of("/v3/customers/subscribers", "subscribers.v3.yml"),
            Document.of("/v3/customers", "customers.v3.yml"),
            Document.of("/v3/hooks", "webhooks.v3.yml"));

    private final Map<String, OpenApiInteractionValidator> validators = new ConcurrentHashMap<>();
    private final Path folder;

    private BigCommerceContract(Path folder) {
        this.folder = folder;
    }

    /** @param folder with the published documents under their own names */
    public static BigCommerceContract of(Path folder) {
        return new BigCommerceContract(folder);
    }

    /** What is wrong with a request, its path beginning with /stores/{store_hash}; empty when the contract allows it. */
    public List<String> problems(HttpCall call) {
        Matcher path = path(call);
        return validator(path)
                .map(judge -> told(judge.validateRequest(request(call, path.group(2)))))
                .orElse(List.of("no published document describes " + call.path()));
    }

    /** What is wrong with a request or with its answer; answers that refuse are not judged. */
    public List<String> problems(RecordedCall recorded) {
        List<String> problems = new ArrayList<>(problems(recorded.call()));
        recorded.answer()
                .filter(answer -> answer.status() < 300)
                .ifPresent(answer -> problems.addAll(problems(recorded.call(), answer)));
        return problems;
    }

    private List<String> problems(HttpCall call, HttpAnswer answer) {
        Matcher path = path(call);
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        answer.headers().forEach(response::withHeader);
        if (answer.body().length > 0) {
            response.withBody(answer.body());
        }
        Request.Method method = Request.Method.valueOf(call.method());
        return validator(path)
                .map(judge -> told(judge.validateResponse(path.group(2), method, response.build())))
                .orElse(List.of());
    }

    private static Matcher path(HttpCall call) {
        Matcher matcher = PATH.matcher(call.path());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a path of the REST API: " + call.path());
        }
        return matcher;
    }

    private Optional<OpenApiInteractionValidator> validator(Matcher path) {
        String whole = path.group(1) + path.group(2);
        return DOCUMENTS.stream()
                .filter(document -> document.paths().matcher(whole).lookingAt())
                .findFirst()
                .map(document -> validators.computeIfAbsent(document.name(), this::load));
    }

    private OpenApiInteractionValidator load(String name) {
        try {
            String text = Files.readString(folder.resolve(name));
            if (!Pattern.compile("(?m)^openapi: *['\"]?3\\.0\\.").matcher(text).find()) {
                throw new IllegalStateException(name + " is not OpenAPI 3.0; the validator misses errors in any other");
            }
            return OpenApiInteractionValidator.createForInlineApiSpecification(text)
                    .withBasePathOverride("/")
                    .withResolveCombinators(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("the published document " + name + " cannot be read", e);
        }
    }

    private static Request request(HttpCall call, String path) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(call.method(), path);
        call.headers().forEach(request::withHeader);
        call.query().forEach((name, values) -> request.withQueryParam(name, values.toArray(String[]::new)));
        if (call.body().length > 0) {
            request.withBody(call.body());
        }
        return request.build();
    }

    private static List<String> told(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filter(message -> !PublishedMistakes.explain(message))
                .map(message -> message.getKey() + ": " + message.getMessage() + " " + message.getAdditionalInfo())
                .toList();
    }
}
