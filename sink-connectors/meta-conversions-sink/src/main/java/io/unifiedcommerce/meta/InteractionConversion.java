package io.unifiedcommerce.meta;

import io.unifiedcommerce.model.Interaction;
import io.unifiedcommerce.model.InteractionItem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An event of the shop out of something that a visitor did. Purchases come from orders, which know the customer. */
final class InteractionConversion {
    private final MetaSettings settings;
    private final EventFrame frame;

    InteractionConversion(MetaSettings settings, EventFrame frame) {
        this.settings = settings;
        this.frame = frame;
    }

    Conversion of(Interaction interaction, Instant now) {
        String name = settings.eventNames().get(interaction.getType());
        if (name == null || "DELETE".equals(interaction.getEnvelope().getOp())) {
            return Conversion.None.NO_CONVERSION;
        }
        boolean granted = interaction.getConsent() != null
                && Boolean.TRUE.equals(interaction.getConsent().getAds());
        if (settings.consentRequired() && !granted) {
            return Conversion.None.NO_CONSENT;
        }
        // The id that the browser's own pixel sends with the same event, so that both count once.
        String id = interaction.getClientEventId() == null
                ? "interaction:" + interaction.getInteractionId()
                : interaction.getClientEventId();
        UserData user = new UserData()
                .hashed("external_id", Normalise.id(interaction.getCustomerId()))
                .ip(interaction.getIp())
                .agent(interaction.getUserAgent());
        return frame.event(
                name,
                id,
                interaction.getEnvelope().getOccurredAt(),
                "website",
                interaction.getUrl(),
                user,
                data(interaction),
                now);
    }

    private Map<String, Object> data(Interaction interaction) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (interaction.getValue() != null && interaction.getCurrency() != null) {
            data.put("currency", interaction.getCurrency());
            data.put("value", interaction.getValue());
        }
        if (interaction.getSearchQuery() != null) {
            data.put("search_string", interaction.getSearchQuery());
        }
        List<Map<String, Object>> contents = interaction.getItems().stream()
                .filter(item -> settings.contentId(item) != null)
                .map(this::content)
                .toList();
        if (!contents.isEmpty()) {
            data.put("content_type", "product");
            data.put("contents", contents);
        }
        return data;
    }

    private Map<String, Object> content(InteractionItem item) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("id", settings.contentId(item));
        content.put("quantity", item.getQuantity());
        if (item.getPrice() != null) {
            content.put("item_price", item.getPrice());
        }
        return content;
    }
}
