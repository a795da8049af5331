package io.unifiedcommerce.interaction.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.unifiedcommerce.channel.record.RecordJson;
import io.unifiedcommerce.sourcekit.BodyTooLargeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads what a body holds: JSON, perhaps packed. Never more than the bound is unpacked. */
final class ContentReader {
    private final int mostBytes;

    ContentReader(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * @param packed whether the body is packed by gzip
     * @throws BodyTooLargeException when it unpacks to more than the bound
     * @throws MalformedException when it is not JSON
     */
    Object read(byte[] body, boolean packed) throws MalformedException {
        try {
            return RecordJson.read(packed ? unpack(body) : body);
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the text.
            var where = e.getLocation();
            throw new MalformedException(
                    where == null
                            ? "the body is not JSON"
                            : "the body is not JSON at line " + where.getLineNr() + ", column " + where.getColumnNr());
        } catch (IOException e) {
            throw new MalformedException("the body is not packed by gzip");
        }
    }

    private byte[] unpack(byte[] body) throws IOException {
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] content = unpacked.readNBytes(mostBytes + 1);
            if (content.length > mostBytes) {
                throw new BodyTooLargeException(mostBytes);
            }
            return content;
        }
    }

    /** The body cannot be read at all. Its message holds nothing of the body. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message, null, false, false);
        }
    }
}
