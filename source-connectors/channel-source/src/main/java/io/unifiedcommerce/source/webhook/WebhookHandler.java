package io.unifiedcommerce.source.webhook;

import io.unifiedcommerce.channel.webhook.UnreadableWebhookException;
import io.unifiedcommerce.channel.webhook.Verdict;
import io.unifiedcommerce.channel.webhook.WebhookHint;
import io.unifiedcommerce.channel.webhook.WebhookReader;
import io.unifiedcommerce.channel.webhook.WebhookVerifier;
import io.unifiedcommerce.sourcekit.BodyTooLargeException;
import io.unifiedcommerce.sourcekit.BoundedBody;
import io.unifiedcommerce.sourcekit.Ticket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges one notification and keeps it waiting until its ticket is closed. No thread waits with it. Nothing of a request is
 * parsed before its signature was verified.
 */
final class WebhookHandler extends Handler.Abstract.NonBlocking {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookHandler.class);
    private static final String RETRY_AFTER_SECONDS = "30";

    private final WebhookSettings settings;
    private final WebhookVerifier verifier;
    private final WebhookReader reader;
    private final Predicate<String> wanted;
    private final WebhookInbox inbox;
    private final WebhookMeter meter;

    /** @param wanted whether a stream's records, or records inside them, are emitted */
    WebhookHandler(
            WebhookSettings settings,
            WebhookVerifier verifier,
            WebhookReader reader,
            Predicate<String> wanted,
            WebhookInbox inbox,
            WebhookMeter meter) {
        this.settings = settings;
        this.verifier = verifier;
        this.reader = reader;
        this.wanted = wanted;
        this.inbox = inbox;
        this.meter = meter;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!settings.path().equals(Request.getPathInContext(request))) {
            end(response, callback, HttpStatus.NOT_FOUND_404);
        } else if (!HttpMethod.POST.is(request.getMethod())) {
            end(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
        } else {
            BoundedBody.read(request, settings.maxBodyBytes()).whenComplete((body, failure) -> {
                if (failure == null) {
                    judge(request, response, callback, body);
                } else if (failure instanceof BodyTooLargeException) {
                    tooLarge(response, callback);
                } else {
                    callback.failed(failure);
                }
            });
        }
        return true;
    }

    private static void tooLarge(Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        end(response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
    }

    private void judge(Request request, Response response, Callback callback, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaders().forEach(field -> headers.put(field.getName(), field.getValue()));
        Verdict verdict = verifier.verify(headers, body);
        if (!verdict.genuine()) {
            meter.refuse();
            LOG.debug("A webhook was refused: {}", verdict.reason());
            end(response, callback, HttpStatus.UNAUTHORIZED_401);
            return;
        }
        try {
            Optional<WebhookHint> hint = reader.read(headers, body);
            if (hint.isPresent() && wanted.test(hint.get().stream())) {
                follow(hint.get(), request, response, callback);
            } else {
                meter.ignore();
                end(response, callback, HttpStatus.ACCEPTED_202);
            }
        } catch (UnreadableWebhookException e) {
            // Delivered again it would be the same, and a platform gives a hook up that always fails; polling finds the
            // change.
            meter.misread();
            LOG.warn("A webhook is not as the channel's manifest says and is passed over: {}", e.getMessage());
            end(response, callback, HttpStatus.ACCEPTED_202);
        }
    }

    private void follow(WebhookHint hint, Request request, Response response, Callback callback) {
        if (meter.openCount().incrementAndGet() > settings.maxPending()) {
            meter.openCount().decrementAndGet();
            again(response, callback);
            return;
        }
        Ticket ticket = new Ticket(outcome -> {
            meter.openCount().decrementAndGet();
            if (outcome == Ticket.Outcome.STORED) {
                meter.store();
                end(response, callback, HttpStatus.OK_200);
            } else {
                again(response, callback);
            }
        });
        ticket.expireAfter(settings.ackTimeout(), request);
        inbox.add(hint, ticket);
    }

    private void again(Response response, Callback callback) {
        meter.postpone();
        response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
        end(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }

    /** No body: some platforms count only an empty answer as an acknowledgement. */
    private static void end(Response response, Callback callback, int status) {
        response.setStatus(status);
        callback.succeeded();
    }
}
