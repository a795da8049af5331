package io.unifiedcommerce.channel.template;

/**
 * A placeholder that stands inside a text has no value, so the text would be wrong. Names the placeholder, never a
 * value.
 */
public final class MissingValueException extends RuntimeException {
    MissingValueException(String placeholder) {
        super("no value for ${" + placeholder + "}");
    }
}
