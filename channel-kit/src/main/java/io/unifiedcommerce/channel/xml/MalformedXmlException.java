package io.unifiedcommerce.channel.xml;

import java.io.IOException;

/** What was read is no XML, or XML that is not accepted. Its message quotes nothing of the content. */
public final class MalformedXmlException extends IOException {
    private final boolean cutShort;

    /** @param cutShort whether the document ends in the middle */
    MalformedXmlException(String message, boolean cutShort) {
        super(message);
        this.cutShort = cutShort;
    }

    /** Whether the document ends in the middle, so that its sender may have meant more. */
    public boolean cutShort() {
        return cutShort;
    }
}
