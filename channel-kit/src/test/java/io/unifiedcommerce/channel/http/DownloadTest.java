package io.unifiedcommerce.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that the platform prepared elsewhere. */
@Timeout(60)
class DownloadTest {
    @TempDir
    Path directory;

    private final FakeTime time = new FakeTime();
    private FakeShop shop;
    private OkHttpChannelClient client;

    @BeforeEach
    void open() {
        shop = new FakeShop(directory);
        client = shop.client(time);
    }

    @AfterEach
    void close() {
        client.close();
        shop.close();
    }

    @Test
    void readsAFileOfAnySizeWithoutCredentials() throws IOException {
        String line = "{\"id\":1}\n";
        shop.answers(
                new MockResponse.Builder()
                        .code(302)
                        .addHeader("Location", "/stored?signature=s1")
                        .build(),
                FakeShop.json(line.repeat(1 << 18)));

        try (InputStream in = client.download(file())) {
            assertThat(new String(in.readNBytes(line.length()), StandardCharsets.UTF_8))
                    .isEqualTo(line);
            assertThat(in.skip(Long.MAX_VALUE)).isEqualTo((long) line.length() * ((1 << 18) - 1));
        }

        shop.request();
        RecordedRequest request = shop.request();
        assertThat(request.getTarget()).isEqualTo("/stored?signature=s1");
        assertThat(request.getHeaders().get("X-Access-Token")).isNull();
    }

    @Test
    void triesAgainAndDoesNotShowTheAddress() throws IOException {
        shop.answers(FakeShop.status(503), FakeShop.json("x"), FakeShop.status(403));

        try (InputStream in = client.download(file())) {
            assertThat(in.readAllBytes()).containsExactly('x');
        }
        assertThatThrownBy(() -> client.download(file()))
                .isInstanceOf(ChannelException.Rejected.class)
                .hasMessageContaining("no longer good")
                .hasMessageNotContaining("signature");
        assertThat(time.waits()).hasSize(1);
    }

    @Test
    void closingTheClientEndsTheReading() throws IOException {
        shop.answers(new MockResponse.Builder()
                .body("x".repeat(1 << 16))
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
        InputStream in = client.download(file());

        CompletableFuture<byte[]> reading = CompletableFuture.supplyAsync(() -> readAll(in));
        client.close();

        assertThatThrownBy(reading::join).isInstanceOf(CompletionException.class);
    }

    private static byte[] readAll(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private URI file() {
        return shop.server().url("/file?signature=s0").uri();
    }
}
