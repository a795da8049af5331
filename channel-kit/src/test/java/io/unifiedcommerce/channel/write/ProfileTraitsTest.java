package io.unifiedcommerce.channel.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.model.CustomerProfile;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.GoldenValue;
import io.unifiedcommerce.model.ProfileMetrics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTraitsTest {

    @Test
    void tellsFactsInAFixedOrderAndNothingThatIdentifiesThePersonElsewhere() {
        CustomerProfile profile = CustomerProfile.newBuilder()
                .setEnvelope(new Envelope())
                .setProfileId("p-1")
                .setSegments(List.of("vip", "gift-buyer"))
                .setGolden(Map.of("email", new GoldenValue("ann@example.org", "shop-de|7", Instant.EPOCH)))
                .setMetrics(ProfileMetrics.newBuilder()
                        .setOrders(3)
                        .setLtv(new BigDecimal("120.5000"))
                        .setCurrency("EUR")
                        .build())
                .build();

        Map<String, Object> traits = ProfileTraits.of(profile);

        assertThat(traits)
                .containsExactly(
                        Map.entry("profile_id", "p-1"),
                        Map.entry("segments", List.of("gift-buyer", "vip")),
                        Map.entry("orders", 3L),
                        Map.entry("lifetime_value", "120.5000"),
                        Map.entry("currency", "EUR"));
        assertThat(ProfileTraits.NAMES).containsAll(traits.keySet());
        assertThat(ProfileTraits.texts(profile, 10))
                .containsOnlyKeys(ProfileTraits.NAMES)
                .containsEntry("orders", "3")
                .containsEntry("segments", "gift-buyer")
                .containsEntry("rfm", "");
    }
}
