package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sends only what changes nothing at the platform: GET and HEAD, GraphQL documents without a mutation, and other methods where the
 * user says that they read. Sends a bounded number of requests.
 */
final class ReadOnlyClient implements ChannelClient {
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Pattern CHANGING = Pattern.compile("(?m)^\\s*(mutation|subscription)\\b");

    private final ChannelClient client;
    private final ChannelFolder folder;
    private final boolean othersRead;
    private final int most;
    private int requests;

    /**
     * @param othersRead whether requests by other methods are sent, too, because they only read
     * @param most requests after which no more are sent
     */
    ReadOnlyClient(ChannelClient client, ChannelFolder folder, boolean othersRead, int most) {
        this.client = client;
        this.folder = folder;
        this.othersRead = othersRead;
        this.most = most;
    }

    int requests() {
        return requests;
    }

    @Override
    public Answer call(RequestSpec request, Map<String, ?> values, Purpose purpose) {
        admit(request);
        return client.call(request, values, Purpose.READ);
    }

    @Override
    public InputStream open(RequestSpec request, Map<String, ?> values) {
        admit(request);
        return client.open(request, values);
    }

    private void admit(RequestSpec request) {
        boolean reads = request.query() == null
                ? othersRead || SAFE.contains(request.method().toUpperCase(Locale.ROOT))
                : folder.find(request.query()).isPresent()
                        && !CHANGING.matcher(folder.text(request.query())).find();
        if (!reads) {
            throw new RefusedRequestException(
                    request.query() == null
                            ? "Not sent: " + request.method() + " " + request.path()
                                    + " may change something. Where it only reads, give --allow-post."
                            : "Not sent: the GraphQL document " + request.query() + " changes something.");
        }
        if (++requests > most) {
            throw new RefusedRequestException("Stopped after " + most
                    + " requests. Give a later --start, fewer streams, or look at the stream's cursor and paging.");
        }
    }

    @Override
    public InputStream download(URI file) {
        return client.download(file);
    }

    @Override
    public double quotaHeadroom() {
        return client.quotaHeadroom();
    }

    @Override
    public void close() {
        client.close();
    }
}
