package io.unifiedcommerce.channel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.unifiedcommerce.channel.xml.MalformedXmlException;
import java.io.IOException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says what it means that an answer did not come whole. */
final class LineFailure {
    private static final int BYTES_PER_MIB = 1 << 20;

    private LineFailure() {}

    /** @param outcomeUnknown whether the request may have taken effect and must not be taken for undone */
    static ChannelException of(
            String label, IOException failure, boolean closed, boolean outcomeUnknown, long bodyLimit) {
        if (closed || Thread.currentThread().isInterrupted()) {
            return new ChannelException.Closed(label + ": ended because the task stops");
        }
        if (failure instanceof BoundedInputStream.TooLargeException) {
            return new ChannelException.BrokenContract(
                    label + ": the answer is larger than " + bodyLimit / BYTES_PER_MIB
                            + " MiB (http.max_body_mib); ask for smaller pages",
                    null);
        }
        // What the parser says quotes the answer, which may be personal data: neither its text nor itself is passed on.
        if (failure instanceof JsonEOFException) {
            return new ChannelException.Transient(
                    label + ": the answer ends in the middle", null, outcomeUnknown, null);
        }
        if (failure instanceof JsonProcessingException json) {
            String where = json.getLocation() == null
                    ? ""
                    : " at line " + json.getLocation().getLineNr() + ", column "
                            + json.getLocation().getColumnNr();
            return new ChannelException.BrokenContract(label + ": the answer is not JSON" + where, null);
        }
        if (failure instanceof MalformedXmlException xml) {
            return xml.cutShort()
                    ? new ChannelException.Transient(
                            label + ": the answer ends in the middle", null, outcomeUnknown, null)
                    : new ChannelException.BrokenContract(
                            label + ": the answer is not accepted as XML: " + xml.getMessage(), null);
        }
        if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
            return new ChannelException.Transient(
                    label + ": no trusted TLS connection; check the host name and the trust store",
                    null,
                    outcomeUnknown,
                    failure);
        }
        return new ChannelException.Transient(
                label + ": no whole answer (" + failure.getClass().getSimpleName() + ")",
                null,
                outcomeUnknown,
                failure);
    }
}
