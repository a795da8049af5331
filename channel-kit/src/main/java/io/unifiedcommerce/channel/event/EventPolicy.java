package io.unifiedcommerce.channel.event;

/**
 * How events are judged.
 *
 * @param assumeConsent whether a visitor who was not asked allows to be measured
 * @param withoutConsent what becomes of an event whose visitor does not
 * @param optOut what a browser's wish not to sell or share means
 * @param mostBytes largest event, as JSON with what its body says of all events
 */
public record EventPolicy(boolean assumeConsent, WithoutConsent withoutConsent, OptOut optOut, int mostBytes) {

    /** What becomes of an event whose visitor does not allow to be measured. */
    public enum WithoutConsent {
        /** It loses all that tells who the visitor is. */
        STRIP,
        /** It is not kept. */
        DROP
    }

    /** What a browser's wish not to sell or share means. */
    public enum OptOut {
        /** No advertising, whatever the event says. */
        ADS,
        /** Neither advertising nor measurement. */
        ALL,
        /** Nothing. */
        IGNORE
    }
}
