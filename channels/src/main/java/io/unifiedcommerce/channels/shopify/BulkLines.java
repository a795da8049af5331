package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.record.RecordJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The lines of a bulk operation's file, one object each. */
final class BulkLines implements AutoCloseable {
    private static final String PARENT = "__parentId";

    private final BufferedReader reader;
    private int number;

    /**
     * @param number counted from 0
     * @param id null when the query does not select it
     * @param parentId null for a row at the top
     */
    record Line(int number, String id, String parentId, Map<String, Object> row) {}

    BulkLines(InputStream file) {
        this.reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }

    /** The next line; null at the end. */
    @SuppressWarnings("unchecked")
    Line next() throws IOException {
        String text = reader.readLine();
        if (text == null) {
            return null;
        }
        Object parsed = RecordJson.read(text.getBytes(StandardCharsets.UTF_8));
        if (!(parsed instanceof Map<?, ?>)) {
            throw new IOException("line " + number + " is not an object");
        }
        Map<String, Object> row = (Map<String, Object>) parsed;
        Object parent = row.remove(PARENT);
        Object id = row.get("id");
        return new Line(number++, id == null ? null : id.toString(), parent == null ? null : parent.toString(), row);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
