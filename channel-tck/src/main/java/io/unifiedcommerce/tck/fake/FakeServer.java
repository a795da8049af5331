package io.unifiedcommerce.tck.fake;

import java.net.URI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP/1.1 server under a fake. */
final class FakeServer {
    private static final int MAX_THREADS = 32;

    private final Server server;
    private final ServerConnector connector;

    FakeServer(FakePlatform platform) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName(platform.getClass().getSimpleName());
        threads.setDaemon(true);
        server = new Server(threads);
        server.setStopTimeout(0);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // A SKU may hold a percent sign.
        http.setUriCompliance(
                UriCompliance.DEFAULT.with("escaped percent signs", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new FakeHandler(platform));
    }

    void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the fake's server did not start on 127.0.0.1", e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the fake's server did not stop", e);
        }
    }
}
