package io.unifiedcommerce.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.model.Interaction;
import io.unifiedcommerce.model.InteractionConsent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InteractionConversionTest {

    @Test
    void aViewGoesWithTheIdThatTheBrowserGaveIt() {
        Conversion.Event event = (Conversion.Event) convert(Sold.view("1"));

        assertThat(event.json())
                .containsEntry("event_name", "ViewContent")
                .containsEntry("event_id", "browser-1")
                .containsEntry("action_source", "website")
                .containsEntry("event_source_url", "https://shop.example/tee")
                .containsEntry(
                        "user_data", Map.of("client_ip_address", "203.0.113.7", "client_user_agent", "Mozilla/5.0"));
        assertThat(event.json().get("custom_data"))
                .isEqualTo(Map.of(
                        "currency",
                        "EUR",
                        "value",
                        new BigDecimal("29.0000"),
                        "content_type",
                        "product",
                        "contents",
                        List.of(Map.of("id", "TEE-BLK-M", "quantity", 1L))));
    }

    @Test
    void consentToMeasuringIsNotConsentToAdvertising() {
        Interaction.Builder interaction = Sold.view("1");
        interaction.setConsent(
                InteractionConsent.newBuilder().setAnalytics(true).build());
        assertThat(convert(interaction)).isEqualTo(Conversion.None.NO_CONSENT);
        interaction.setConsent(null);
        assertThat(convert(interaction)).isEqualTo(Conversion.None.NO_CONSENT);
    }

    @Test
    void typesWithoutANameAtMetaAreNotSent() {
        for (String type : List.of("cart_view", "purchase", "UNKNOWN")) {
            Interaction.Builder interaction = Sold.view("1");
            interaction.setType(type);
            assertThat(convert(interaction)).isEqualTo(Conversion.None.NO_CONVERSION);
        }
        Interaction.Builder cart = Sold.view("1");
        cart.setType("cart_view");
        assertThat(convert(cart, "event.names", "cart_view:ViewCart")).isInstanceOf(Conversion.Event.class);
    }

    private static Conversion convert(Interaction.Builder interaction, String... settings) {
        MetaSettings parsed = Settings.of(settings);
        return new InteractionConversion(parsed, new EventFrame(parsed)).of(interaction.build(), Sold.NOW);
    }
}
