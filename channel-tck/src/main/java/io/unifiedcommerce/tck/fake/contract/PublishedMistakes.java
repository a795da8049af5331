package io.unifiedcommerce.tck.fake.contract;

import com.atlassian.oai.validator.report.ValidationReport;
import java.util.List;

/**
 * Where BigCommerce's documents (state of 2026-04-01) contradict the API or themselves, so that a complaint says
 * nothing about the judged. Each names the complaint by its kind, a part of its text, and the parameter or path.
 */
final class PublishedMistakes {
    private record Mistake(String key, String text, String where) {
        boolean explains(ValidationReport.Message message) {
            return message.getKey().endsWith(key)
                    && message.getMessage().contains(text)
                    && where(message).contains(where);
        }

        private static String where(ValidationReport.Message message) {
            return message.getContext()
                    .map(context -> context.getParameter()
                            .map(parameter -> "?" + parameter.getName())
                            .orElse(context.getRequestPath().orElse("")))
                    .orElse("");
        }
    }

    private static final List<Mistake> KNOWN = List.of(
            // The description of sort allows :asc and :desc, the list of values does not.
            new Mistake("schema.enum", ":asc", "?sort"),
            new Mistake("schema.enum", ":desc", "?sort"),
            // A comma-separated list of numbers is said to be one number.
            new Mistake("schema.type", "allowed: [\"integer\"]", ":in"),
            // The id of one subscriber is said to be required to list all of them.
            new Mistake("parameter.query.missing", "Query parameter 'id'", ""),
            // Lines of consignments are said to be lists of lists.
            new Mistake("schema.oneOf", "consignments", ""),
            // An example of the same document has it.
            new Mistake("schema.additionalProperties", "[\"custom_status\"]", ""),
            // What include=variants adds is left out.
            new Mistake("schema.additionalProperties", "[\"variants\"]", "/catalog/products"),
            // The property is null where a customer belongs to no channel in particular.
            new Mistake("schema.type", "channel_ids'] Instance type (null)", ""),
            // A store without webhooks is said to be impossible.
            new Mistake("schema.minItems", "[Path '/data']", "/hooks"));

    private PublishedMistakes() {}

    static boolean explain(ValidationReport.Message message) {
        return KNOWN.stream().anyMatch(mistake -> mistake.explains(message));
    }
}
