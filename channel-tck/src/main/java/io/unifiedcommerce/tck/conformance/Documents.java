package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What can be told of GraphQL documents without a schema: they take the variables that the manifest gives, and a listing, the
 * reading by id and the completion of a record ask for the same fields.
 */
final class Documents {
    private final Subject subject;
    private final Findings findings = new Findings();

    private Documents(Subject subject) {
        this.subject = subject;
    }

    static Stream<DynamicTest> tests(Subject subject, ApiManifest api) {
        return api.streams().entrySet().stream()
                .filter(entry ->
                        requests(entry.getValue()).values().stream().anyMatch(request -> request.query() != null))
                .map(entry -> dynamicTest(
                        "documents of " + entry.getKey(), () -> new Documents(subject).check(entry.getValue())));
    }

    private void check(StreamSpec spec) {
        requests(spec).forEach((key, request) -> {
            if (request.query() != null) {
                variables(key, request);
            }
        });
        if (findings.list().isEmpty()) {
            sameFields(spec);
        }
        findings.assertNone("Documents and manifest do not fit together.");
    }

    private static Map<String, RequestSpec> requests(StreamSpec spec) {
        Map<String, RequestSpec> requests = new LinkedHashMap<>();
        if (spec.read() != null) {
            requests.put("read", spec.read().request());
            if (spec.read().slices() != null) {
                requests.put("read.slices", spec.read().slices().request());
            }
        }
        if (spec.reread() != null) {
            requests.put("reread", spec.reread().request());
        }
        spec.enrich().forEach(enrich -> requests.put("enrich " + enrich.into(), enrich.request()));
        return requests;
    }

    private void variables(String key, RequestSpec request) {
        Document document;
        try {
            document = parse(request);
        } catch (InvalidSyntaxException e) {
            findings.add(request.query() + ": " + e.getMessage());
            return;
        }
        Set<String> declared = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .flatMap(operation -> operation.getVariableDefinitions().stream())
                .map(variable -> variable.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> given = new TreeSet<>(request.variables().keySet());
        findings.require(
                declared.equals(given),
                key + ": " + request.query() + " declares the variables " + declared + ", the manifest gives " + given);
        FieldPaths paths = FieldPaths.of(document);
        declared.stream()
                .filter(variable -> !paths.variables().contains(variable))
                .forEach(variable ->
                        findings.add(key + ": " + request.query() + " declares $" + variable + " but does not use it"));
    }

    private void sameFields(StreamSpec spec) {
        if (spec.read() == null || spec.read().request().query() == null) {
            return;
        }
        Set<String> listed = below(spec.read().request(), spec.read().records());
        if (spec.reread() != null && spec.reread().request().query() != null) {
            Set<String> again = below(spec.reread().request(), spec.reread().records());
            findings.require(
                    listed.equals(again),
                    "reading by id asks for other fields than the listing: " + difference(listed, again));
        }
        spec.enrich().stream()
                .filter(enrich -> enrich.append() && enrich.request().query() != null)
                .forEach(enrich -> {
                    Set<String> first = within(listed, enrich.into());
                    Set<String> more = below(enrich.request(), enrich.records());
                    findings.require(
                            first.equals(more),
                            "the completion of " + enrich.into() + " asks for other fields than the record: "
                                    + difference(first, more));
                });
    }

    private Set<String> below(RequestSpec request, String records) {
        return within(FieldPaths.of(parse(request)).paths(), records.replaceFirst("^data\\.", ""));
    }

    private static Set<String> within(Set<String> paths, String root) {
        return paths.stream()
                .filter(path -> path.startsWith(root + "."))
                .map(path -> path.substring(root.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> difference = new TreeSet<>(one);
        difference.addAll(other);
        difference.removeIf(path -> one.contains(path) && other.contains(path));
        return difference;
    }

    private Document parse(RequestSpec request) {
        return Parser.parse(subject.folder().text(request.query()));
    }
}
