package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.source.webhook.WebhookServer;
import io.unifiedcommerce.sourcekit.Incident;
import java.io.IOException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the webhook listener to listen. After a rebalance the port may still be held by the task's predecessor, so this is tried
 * again like everything else.
 */
final class ListenerWork implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerWork.class);

    private final WebhookServer server;
    private final Incident incident;
    private final StreamMeter meter;

    ListenerWork(WebhookServer server, Incident incident, StreamMeter meter) {
        this.server = server;
        this.incident = incident;
        this.meter = meter;
    }

    @Override
    public Instant due() {
        return server.isStarted() ? Instant.MAX : Instant.MIN;
    }

    @Override
    public void run() {
        try {
            server.start();
            LOG.info("Listening for webhooks on port {}", server.port());
        } catch (IOException e) {
            throw new ChannelException.Transient(
                    "the webhook listener cannot listen; check " + WebhookKeys.LISTENER.port() + ", "
                            + WebhookKeys.LISTENER.bindHost()
                            + " and " + WebhookKeys.LISTENER.keyStore(),
                    null,
                    false,
                    e);
        }
    }

    @Override
    public Incident incident() {
        return incident;
    }

    @Override
    public StreamMeter meter() {
        return meter;
    }

    @Override
    public void close() {
        server.close();
    }
}
