package io.unifiedcommerce.channel.mapping;

/**
 * One reason why a record does not map.
 *
 * @param target field of the unified event, such as {@code lines[1].unit_price}
 * @param source where in the record it comes from, such as {@code lineItems.nodes[1].price}
 * @param message what is wrong; values appear as shapes only (digits as 9, letters as a)
 */
public record MappingError(String target, String source, String message) {
    @Override
    public String toString() {
        return target + " <- " + source + ": " + message;
    }
}
