package io.unifiedcommerce.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to the platform: TLS, trust store and proxy. */
class WayTest {
    private static final Password STORE_PASSWORD = new Password("changeit");
    private static final TransportSettings ONCE = FakeShop.SETTINGS.onceWithin(Duration.ofSeconds(5));

    @TempDir
    Path directory;

    private final FakeTime time = new FakeTime();
    private FakeShop shop;

    @BeforeEach
    void open() {
        shop = new FakeShop(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void trustsWhatTheTrustStoreHolds() throws Exception {
        HeldCertificate certificate = secure("127.0.0.1");
        shop.answers(FakeShop.json("{}"));

        assertThat(call(ONCE.trusting(store(certificate))).status()).isEqualTo(200);
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() {
        secure("127.0.0.1");

        assertThatThrownBy(() -> call(ONCE))
                .isInstanceOf(ChannelException.Transient.class)
                .hasMessageContaining("no trusted TLS connection");
    }

    @Test
    void trustsNoCertificateOfAnotherHost() throws Exception {
        HeldCertificate certificate = secure("elsewhere.example");

        assertThatThrownBy(() -> call(ONCE.trusting(store(certificate))))
                .isInstanceOf(ChannelException.Transient.class)
                .hasMessageContaining("no trusted TLS connection");
    }

    @Test
    void saysWhichTrustStoreCannotBeUsed() {
        Path none = directory.resolve("none.p12");

        assertThatThrownBy(() -> call(ONCE.trusting(new TransportSettings.TrustStore(none, STORE_PASSWORD))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.p12")
                .hasMessageNotContaining("changeit");
    }

    @Test
    void goesThroughTheProxy() {
        shop.answers(FakeShop.json("{}"));
        TransportSettings proxied = ONCE.through(
                InetSocketAddress.createUnresolved("127.0.0.1", shop.server().getPort()));

        call(proxied, Map.of("shop.token", "t", "shop.url", "http://shop.example"));

        RecordedRequest request = shop.request();
        assertThat(request.getHeaders().get("Host")).isEqualTo("shop.example");
        assertThat(request.getRequestLine()).isEqualTo("GET http://shop.example/orders HTTP/1.1");
    }

    private Answer call(TransportSettings settings) {
        return call(
                settings,
                Map.of(
                        "shop.token",
                        "t",
                        "shop.url",
                        "https://127.0.0.1:" + shop.server().getPort()));
    }

    private Answer call(TransportSettings settings, Map<String, String> options) {
        try (OkHttpChannelClient client = shop.client(options, settings, time, time)) {
            return client.call(FakeShop.ORDERS, Map.of(), ChannelClient.Purpose.READ);
        }
    }

    private HeldCertificate secure(String host) {
        HeldCertificate certificate =
                new HeldCertificate.Builder().addSubjectAlternativeName(host).build();
        shop.server()
                .useHttps(new HandshakeCertificates.Builder()
                        .heldCertificate(certificate)
                        .build()
                        .sslSocketFactory());
        return certificate;
    }

    private TransportSettings.TrustStore store(HeldCertificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("shop", certificate.certificate());
        Path file = directory.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, STORE_PASSWORD.value().toCharArray());
        }
        return new TransportSettings.TrustStore(file, STORE_PASSWORD);
    }
}
