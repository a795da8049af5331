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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Published OpenAPI 3.0 or Swagger 2.0 documents as a judge of requests and answers. A document is loaded when its first
 * request comes, which takes seconds: keep one contract. Needs the optional dependency swagger-request-validator-core.
 * Thread safe.
 */
public final class OpenApiContract {
    /** The validator misses errors in any other. */
    private static final Pattern READABLE =
            Pattern.compile("(?m)^ *(\"?openapi\"? *: *['\"]?3\\.0\\.|\"?swagger\"? *: *['\"]?2\\.0)");

    private final Map<String, OpenApiInteractionValidator> validators = new ConcurrentHashMap<>();
    private final Path folder;
    private final Function<HttpCall, Optional<Described>> describing;
    private final Predicate<ValidationReport.Message> mistakes;
    private final UnaryOperator<String> mending;

    /**
     * Where a request is described.
     *
     * @param document name of the published document
     * @param call the request in the document's words: its path without what comes before it
     */
    record Described(String document, HttpCall call) {}

    /**
     * @param folder with the published documents under their own names
     * @param describing where a request is described; empty for nowhere
     * @param mistakes complaints that are the documents' own fault
     * @param mending makes a document's text one that can be read
     */
    OpenApiContract(
            Path folder,
            Function<HttpCall, Optional<Described>> describing,
            Predicate<ValidationReport.Message> mistakes,
            UnaryOperator<String> mending) {
        this.folder = folder;
        this.describing = describing;
        this.mistakes = mistakes;
        this.mending = mending;
    }

    /** What is wrong with a request; empty when the contract allows it. */
    public List<String> problems(HttpCall call) {
        return describing
                .apply(call)
                .map(place -> told(judge(place).validateRequest(request(place.call()))))
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
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        answer.headers().forEach(response::withHeader);
        if (answer.body().length > 0) {
            response.withBody(answer.body());
        }
        return describing
                .apply(call)
                .map(place -> told(judge(place)
                        .validateResponse(
                                place.call().path(), Request.Method.valueOf(call.method()), response.build())))
                .orElse(List.of());
    }

    private OpenApiInteractionValidator judge(Described place) {
        return validators.computeIfAbsent(place.document(), this::load);
    }

    private OpenApiInteractionValidator load(String name) {
        try {
            String text = mending.apply(Files.readString(folder.resolve(name)));
            if (!READABLE.matcher(text).find()) {
                throw new IllegalStateException(name + " is neither OpenAPI 3.0 nor Swagger 2.0");
            }
            return OpenApiInteractionValidator.createForInlineApiSpecification(text)
                    .withBasePathOverride("/")
                    .withResolveCombinators(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("the published document " + name + " cannot be read", e);
        }
    }

    private static Request request(HttpCall call) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(call.method(), call.path());
        call.headers().forEach(request::withHeader);
        call.query().forEach((name, values) -> request.withQueryParam(name, values.toArray(String[]::new)));
        if (call.body().length > 0) {
            request.withBody(call.body());
        }
        return request.build();
    }

    private List<String> told(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filter(mistakes.negate())
                .map(message -> message.getKey() + ": " + message.getMessage() + " " + message.getAdditionalInfo())
                .toList();
    }
}
