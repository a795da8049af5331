package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Answers bulk requests from a script, and gives one file, now and then cut short. */
final class BulkPlatform implements ChannelClient {
    final List<String> started = new ArrayList<>();
    final Deque<Map<String, Object>> starts = new ArrayDeque<>();
    final Deque<Map<String, Object>> states = new ArrayDeque<>();
    final Deque<Integer> cuts = new ArrayDeque<>();
    String file = "";
    int downloads;

    static Map<String, Object> refusal(String code) {
        return Map.of("userErrors", List.of(Map.of("code", code, "message", code)));
    }

    static Map<String, Object> status(String status) {
        return Map.of("status", status);
    }

    static Map<String, Object> completed(long rows) {
        return rows == 0
                ? Map.of("status", "COMPLETED", "objectCount", "0")
                : Map.of("status", "COMPLETED", "objectCount", Long.toString(rows), "url", "https://files/1?sig=x");
    }

    @Override
    public Answer call(RequestSpec request, Map<String, ?> values, Purpose purpose) {
        boolean run = request.query().equals("queries/bulk-run.graphql");
        Object data;
        if (run) {
            started.add((String) values.get("hook.query"));
            Map<String, Object> accepted =
                    Map.of("bulkOperation", Map.of("id", "gid://shopify/BulkOperation/1"), "userErrors", List.of());
            data = Map.of("bulkOperationRunQuery", starts.isEmpty() ? accepted : starts.poll());
        } else {
            data = Map.of("bulkOperation", states.poll());
        }
        return new Answer(200, Map.of(), Map.of("data", data), Instant.EPOCH);
    }

    @Override
    public InputStream download(URI address) {
        downloads++;
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        int cut = cuts.isEmpty() ? -1 : cuts.poll();
        return cut < 0 ? new ByteArrayInputStream(bytes) : new BrokenStream(new ByteArrayInputStream(bytes, 0, cut));
    }

    @Override
    public double quotaHeadroom() {
        return 1;
    }

    @Override
    public void close() {
        // nothing is open
    }

    /** Fails where the bytes end. */
    private static final class BrokenStream extends InputStream {
        private final InputStream bytes;

        private BrokenStream(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int next = bytes.read();
            if (next < 0) {
                throw new IOException("connection reset");
            }
            return next;
        }
    }
}
