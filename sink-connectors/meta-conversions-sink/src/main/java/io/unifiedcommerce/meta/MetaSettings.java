package io.unifiedcommerce.meta;

import io.unifiedcommerce.model.InteractionItem;
import io.unifiedcommerce.model.Order;
import io.unifiedcommerce.model.OrderLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.types.Password;

/**
 * What a configuration asks for.
 *
 * @param testEventCode null for none
 * @param appSecret null for none
 * @param maxEventAge older events are left out
 * @param consentExtension key of the extension of an order's envelope that tells the customer's consent
 * @param eventNames Meta's name for each type of interaction
 * @param eventSourceUrl page of events that tell none; null for none
 * @param defaultCountry ISO 3166-1 alpha-2, where an address tells none; null for none
 * @param value which of an order's totals counts as its value
 * @param contentId what a product is known by in Meta's catalogue
 */
record MetaSettings(
        HttpUrl apiUrl,
        String apiVersion,
        String datasetId,
        Password accessToken,
        Password appSecret,
        String testEventCode,
        int batchSize,
        Duration maxEventAge,
        boolean consentRequired,
        String consentExtension,
        Map<String, String> eventNames,
        String eventSourceUrl,
        String defaultCountry,
        String value,
        String contentId,
        boolean limitedDataUse) {

    static MetaSettings of(AbstractConfig config) {
        return new MetaSettings(
                HttpUrl.get(config.getString(MetaKeys.API_URL)),
                config.getString(MetaKeys.API_VERSION),
                config.getString(MetaKeys.DATASET_ID),
                config.getPassword(MetaKeys.ACCESS_TOKEN),
                config.getPassword(MetaKeys.APP_SECRET),
                config.getString(MetaKeys.TEST_EVENT_CODE),
                config.getInt(MetaKeys.BATCH_SIZE),
                Duration.ofMillis(config.getLong(MetaKeys.MAX_EVENT_AGE)),
                config.getBoolean(MetaKeys.CONSENT_REQUIRED),
                config.getString(MetaKeys.CONSENT_EXTENSION),
                MetaKeys.eventNames(config.getList(MetaKeys.EVENT_NAMES)),
                config.getString(MetaKeys.EVENT_SOURCE_URL),
                config.getString(MetaKeys.DEFAULT_COUNTRY),
                config.getString(MetaKeys.VALUE),
                config.getString(MetaKeys.CONTENT_ID),
                config.getBoolean(MetaKeys.LIMITED_DATA_USE));
    }

    BigDecimal valueOf(Order order) {
        return MetaKeys.ITEMS_SUBTOTAL.equals(value) ? order.getItemsSubtotal() : order.getGrandTotal();
    }

    /** Null where the line does not tell it. */
    String contentId(OrderLine line) {
        return switch (contentId) {
            case MetaKeys.VARIANT_ID -> line.getVariantId();
            case MetaKeys.PRODUCT_ID -> line.getProductId();
            default -> line.getSku();
        };
    }

    /** Null where the item does not tell it; items know no variants. */
    String contentId(InteractionItem item) {
        return MetaKeys.SKU.equals(contentId) ? item.getSku() : item.getProductId();
    }
}
