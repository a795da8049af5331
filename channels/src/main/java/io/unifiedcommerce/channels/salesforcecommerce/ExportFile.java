package io.unifiedcommerce.channels.salesforcecommerce;

import io.unifiedcommerce.channel.record.RecordJson;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The lines of an availability export: a line that names a location, then its records, and at last the token of the feed of
 * changes. A file without that token was cut short.
 */
final class ExportFile implements AutoCloseable {
    private final BufferedReader reader;
    private String location;
    private String token;
    private int number;

    ExportFile(InputStream file) {
        this.reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }

    /**
     * The next record, in the shape in which the feed of changes has it.
     *
     * @return null at the end of the file, when the token is known
     * @throws EOFException when the file ends without it
     */
    Map<String, Object> next() throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            Map<?, ?> row = row(line);
            if (row.containsKey("deltaToken")) {
                token = String.valueOf(row.get("deltaToken"));
            } else if (row.containsKey("locationId")) {
                location = String.valueOf(row.get("locationId"));
            } else if (row.containsKey("groupId")) {
                // A group's numbers are sums over locations, which come by themselves.
                location = null;
            } else if (location != null && row.containsKey("sku")) {
                return record(row);
            }
        }
        if (token == null) {
            throw new EOFException("the export ends after line " + number + " without its deltaToken");
        }
        return null;
    }

    /** Where the feed of changes goes on; null before the end of the file. */
    String token() {
        return token;
    }

    private Map<?, ?> row(String line) throws IOException {
        if (line.isBlank()) {
            return Map.of();
        }
        if (RecordJson.read(line.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> row) {
            return row;
        }
        throw new IOException("line " + number + " of the export is not an object");
    }

    private Map<String, Object> record(Map<?, ?> row) {
        Map<String, Object> record = new LinkedHashMap<>();
        row.forEach((key, value) -> record.put(String.valueOf(key), value));
        record.put("id", location);
        record.put("deltaType", "Change");
        return record;
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
