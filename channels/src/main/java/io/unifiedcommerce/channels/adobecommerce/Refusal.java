package io.unifiedcommerce.channels.adobecommerce;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.record.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Magento says when it refuses: a text with placeholders, their values, and errors of single rows. */
final class Refusal {
    private static final Path MESSAGE = Path.parse("message");
    private static final Path PARAMETERS = Path.parse("parameters");
    private static final Path ERRORS = Path.parse("errors");

    private Refusal() {}

    /** The message with its values, and those of its rows. */
    static String told(ChannelException.Rejected refusal) {
        List<String> parts = new ArrayList<>();
        parts.add(filled(refusal.body(), "status " + refusal.status()));
        ERRORS.list(refusal.body()).forEach(error -> parts.add(filled(error, "")));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String filled(Object told, String otherwise) {
        String message = MESSAGE.string(told);
        if (message == null) {
            return otherwise;
        }
        Object parameters = PARAMETERS.get(told);
        if (parameters instanceof Map<?, ?> named) {
            for (Map.Entry<?, ?> entry : named.entrySet()) {
                message = message.replace("%" + entry.getKey(), String.valueOf(entry.getValue()));
            }
        } else if (parameters instanceof List<?> numbered) {
            for (int i = numbered.size(); i > 0; i--) {
                message = message.replace("%" + i, String.valueOf(numbered.get(i - 1)));
            }
        }
        return message;
    }

    /** Whether the same request may be taken later: saves that meet in the database fail with status 400. */
    static boolean passes(ChannelException.Rejected refusal) {
        String message = told(refusal);
        return message.contains("Could not save Source Item")
                || message.contains("Deadlock")
                || message.contains("Lock wait timeout");
    }
}
