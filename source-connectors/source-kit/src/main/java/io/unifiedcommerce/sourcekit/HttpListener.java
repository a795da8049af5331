package io.unifiedcommerce.sourcekit;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server of one task. Its threads are daemons. Its handler must not make them wait, so few suffice. A sender that is
 * silent for 15 seconds is cut off.
 */
public class HttpListener implements AutoCloseable {
    private static final int THREADS = 8;
    private static final Duration IDLE = Duration.ofSeconds(15);

    private final ListenerSettings settings;
    private final Server server;
    private final ServerConnector connector;

    /**
     * Makes the server; it does not listen yet.
     *
     * @param name what its threads are called after
     * @param handler answers each request without waiting
     */
    public HttpListener(String name, ListenerSettings settings, Handler handler) {
        this.settings = settings;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName(name);
        threads.setDaemon(true);
        server = new Server(threads);
        server.setStopTimeout(0);
        connector = connector();
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(settings.connections(), server));
        server.setHandler(handler);
    }

    private ServerConnector connector() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        ConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector made;
        if (settings.keyStore() == null) {
            made = new ServerConnector(server, 1, 1, plain);
        } else {
            // Senders know the listener by the name of the front, which the certificate need not bear.
            http.addCustomizer(new SecureRequestCustomizer(false));
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setKeyStorePath(settings.keyStore());
            tls.setKeyStorePassword(
                    settings.keyStorePassword() == null
                            ? null
                            : settings.keyStorePassword().value());
            made = new ServerConnector(server, 1, 1, new SslConnectionFactory(tls, "http/1.1"), plain);
        }
        made.setHost(settings.bindHost());
        made.setPort(settings.port());
        made.setIdleTimeout(IDLE.toMillis());
        return made;
    }

    /**
     * Begins to listen.
     *
     * @throws IOException when the port is taken or the key store cannot be used
     */
    public final void start() throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            // Jetty declares no narrower type.
            close();
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }

    /** Whether it listens. */
    public final boolean isStarted() {
        return server.isStarted();
    }

    /** The port it listens on; -1 before the start. */
    public final int port() {
        return connector.getLocalPort();
    }

    /** Stops at once; open requests get no answer, so they are sent again. */
    @Override
    public final void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the listener did not stop", e);
        }
    }
}
