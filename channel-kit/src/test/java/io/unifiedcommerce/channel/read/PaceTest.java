package io.unifiedcommerce.channel.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final CursorSpec.Time TIME = new CursorSpec.Time(
            "changed",
            CursorSpec.TimeFormat.ISO,
            CursorSpec.TimeFormat.ISO,
            null,
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofDays(7),
            true);
    private static final ApiManifest MANIFEST = new ApiManifest(
            "acme",
            "Acme",
            Map.of(),
            List.of(),
            null,
            List.of(),
            null,
            null,
            Map.of("orders", stream(TIME), "stock", stream(new CursorSpec.Scan(Duration.ofHours(1)))),
            null,
            Map.of(),
            Map.of());

    @Test
    void leavesToTheManifestWhatIsNotSet() {
        assertThat(new Pace(null, null, null).applyTo(MANIFEST)).isEqualTo(MANIFEST);
    }

    @Test
    void followsMoreCloselyWhereItIsAskedTo() {
        ApiManifest paced =
                new Pace(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofMinutes(1)).applyTo(MANIFEST);

        CursorSpec.Time time =
                (CursorSpec.Time) paced.streams().get("orders").read().cursor();
        assertThat(time.lag()).isEqualTo(Duration.ofSeconds(2));
        assertThat(time.overlap()).isEqualTo(Duration.ofSeconds(20));
        assertThat(time.window()).isEqualTo(TIME.window());
        assertThat(paced.streams().get("stock").read().cursor()).isEqualTo(new CursorSpec.Scan(Duration.ofMinutes(1)));
    }

    private static StreamSpec stream(CursorSpec cursor) {
        RequestSpec request = new RequestSpec("GET", "/x", Map.of(), Map.of(), null, null, Map.of());
        StreamSpec.ReadSpec read = new StreamSpec.ReadSpec(request, "$", new PagingSpec.Single(), cursor, null, null);
        return new StreamSpec(
                null, null, "id", null, 1, List.of(), true, List.of(), List.of(), read, null, null, List.of(),
                List.of(), null);
    }
}
