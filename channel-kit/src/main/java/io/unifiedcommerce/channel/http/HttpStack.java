package io.unifiedcommerce.channel.http;

import java.io.IOException;
import java.net.Proxy;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/** Makes the HTTP client of one store. */
public final class HttpStack {
    private HttpStack() {}

    /** Tells whether a request has begun to leave this machine; tagged to the request. */
    static final class Departure extends EventListener {
        private volatile boolean departed;

        @Override
        public void requestHeadersStart(Call call) {
            departed = true;
        }

        boolean departed() {
            return departed;
        }
    }

    /**
     * A client that follows no redirects and verifies every certificate.
     *
     * @throws IllegalArgumentException when the trust store cannot be used
     */
    public static OkHttpClient client(TransportSettings settings) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.readTimeout())
                .callTimeout(settings.callTimeout())
                // A redirect would carry the headers with the store's credentials to wherever it points.
                .followRedirects(false)
                .followSslRedirects(false)
                .eventListenerFactory(HttpStack::departure);
        if (settings.proxy() != null) {
            builder.proxy(new Proxy(Proxy.Type.HTTP, settings.proxy()));
        }
        if (settings.trustStore() != null) {
            trust(builder, settings.trustStore());
        }
        return builder.build();
    }

    private static EventListener departure(Call call) {
        Departure departure = call.request().tag(Departure.class);
        return departure == null ? EventListener.NONE : departure;
    }

    private static void trust(OkHttpClient.Builder builder, TransportSettings.TrustStore store) {
        try {
            char[] password =
                    store.password() == null ? null : store.password().value().toCharArray();
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(KeyStore.getInstance(store.location().toFile(), password));
            X509TrustManager manager = Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            builder.sslSocketFactory(context.getSocketFactory(), manager);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "the trust store " + store.location() + " cannot be used; check its path, type and password", e);
        }
    }
}
