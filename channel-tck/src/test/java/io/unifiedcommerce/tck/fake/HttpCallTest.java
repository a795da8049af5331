package io.unifiedcommerce.tck.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpCallTest {
    private final EchoPlatform platform = new EchoPlatform();

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void thePathIsWhatItsEscapesStandFor() throws Exception {
        assertThat(echoed("/Orders('a%7Cb')")).isEqualTo("/Orders('a|b')");
        assertThat(echoed("/Orders(%27a%27)")).isEqualTo("/Orders('a')");
        assertThat(echoed("/skus/caf%C3%A9%20noir")).isEqualTo("/skus/caf\u00e9 noir");
        assertThat(echoed("/skus/100%25+1")).isEqualTo("/skus/100%+1");
        assertThat(echoed("/skus/100%257C?page=1")).isEqualTo("/skus/100%7C");
    }

    @Test
    void theFieldsOfAFormAreDecoded() {
        byte[] body = "grant_type=refresh_token&token=a%2Bb%3D+c&scope=&".getBytes(StandardCharsets.UTF_8);

        assertThat(new HttpCall("POST", "/token", Map.of(), Map.of(), body).form())
                .isEqualTo(Map.of("grant_type", "refresh_token", "token", "a+b= c", "scope", ""));
    }

    private String echoed(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(platform.baseUri() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Answers with the path that was asked for. */
    private static final class EchoPlatform extends FakePlatform {
        EchoPlatform() {
            super(Clock.systemUTC(), 1, List.of());
            serve();
        }

        @Override
        protected HttpAnswer answer(HttpCall call) {
            return HttpAnswer.text(200, "text/plain; charset=utf-8", call.path());
        }

        @Override
        protected HttpAnswer refuse(Fault fault) {
            return HttpAnswer.empty(500);
        }

        @Override
        public QuotaUse quotaUse() {
            throw new UnsupportedOperationException("no quota is kept");
        }
    }
}
