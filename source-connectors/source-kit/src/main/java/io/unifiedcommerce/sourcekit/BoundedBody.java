package io.unifiedcommerce.sourcekit;

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads the body of a request up to a bound. No thread waits for a slow sender. */
public final class BoundedBody {
    private BoundedBody() {}

    /**
     * The body; fails with {@link BodyTooLargeException} as soon as it is known to be larger, which may be before any of it is
     * read.
     */
    public static CompletableFuture<byte[]> read(Request request, int mostBytes) {
        if (request.getLength() > mostBytes) {
            return CompletableFuture.failedFuture(new BodyTooLargeException(mostBytes));
        }
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        Content.Source.asByteArrayAsync(request, mostBytes).whenComplete((body, failure) -> {
            if (failure == null) {
                read.complete(body);
            } else {
                // How Jetty reports a body without announced length that grows beyond the bound; a sender that has gone
                // is
                // reported as the end of the file.
                boolean tooLarge = failure instanceof IOException && !(failure instanceof EOFException);
                read.completeExceptionally(tooLarge ? new BodyTooLargeException(mostBytes) : failure);
            }
        });
        return read;
    }
}
