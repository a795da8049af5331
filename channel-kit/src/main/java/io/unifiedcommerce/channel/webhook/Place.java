package io.unifiedcommerce.channel.webhook;

import io.unifiedcommerce.channel.record.Path;

/** Where in a delivery a text stands: {@code header:<name>} or {@code body:<path>}. */
sealed interface Place {

    /** The text, or null. */
    String find(Headers headers, Object body);

    /** In a header. */
    record InHeader(String name) implements Place {
        @Override
        public String find(Headers headers, Object body) {
            return headers.get(name);
        }
    }

    /** In the body. */
    record InBody(Path path) implements Place {
        @Override
        public String find(Headers headers, Object body) {
            return path.string(body);
        }
    }

    /** @throws IllegalArgumentException when it is neither */
    static Place parse(String text) {
        if (text.startsWith("header:")) {
            return new InHeader(text.substring("header:".length()));
        }
        if (text.startsWith("body:")) {
            return new InBody(Path.parse(text.substring("body:".length())));
        }
        throw new IllegalArgumentException("'" + text + "' is neither header:<name> nor body:<path>");
    }
}
