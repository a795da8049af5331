package io.unifiedcommerce.tck.fake.shopify;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a fake Shopify store is set up.
 *
 * @param domain the myshopify.com name
 * @param accessToken a static token that never expires
 * @param clientSecret secret of the client credentials grant and key of webhook signatures
 * @param refreshToken first refresh token of the rotating grant
 * @param restoreRate cost points per second; the bucket holds 20 times as many
 * @param currency ISO 4217
 * @param zone the shop's own time zone; webhooks and REST tell times in it
 * @param seed of random faults
 * @param webhookRetries pauses before further attempts, real time
 */
public record ShopifySettings(
        String domain,
        String accessToken,
        String clientId,
        String clientSecret,
        String refreshToken,
        int restoreRate,
        String currency,
        ZoneId zone,
        Clock clock,
        long seed,
        List<Duration> webhookRetries) {
    /** Points per second of the Plus plan. */
    public static final int PLUS = 1000;

    private static final int RETRIES = 8;
    private static final Duration RETRIES_TAKE = Duration.ofHours(4);
    private static final int HURRY = 2000;

    /** A Plus store in euros and New York on the system clock; webhook retries come 2000 times faster than real. */
    public static ShopifySettings defaults() {
        Duration pause = RETRIES_TAKE.dividedBy(RETRIES).dividedBy(HURRY);
        return new ShopifySettings(
                "fake-shop.myshopify.com",
                "shpat_fake",
                "shopify-client-id",
                "shopify-client-secret",
                "shprt_first",
                PLUS,
                "EUR",
                ZoneId.of("America/New_York"),
                Clock.systemUTC(),
                1,
                Stream.generate(() -> pause).limit(RETRIES).toList());
    }

    public ShopifySettings at(Clock newClock) {
        return new ShopifySettings(
                domain,
                accessToken,
                clientId,
                clientSecret,
                refreshToken,
                restoreRate,
                currency,
                zone,
                newClock,
                seed,
                webhookRetries);
    }

    public ShopifySettings restoring(int newRestoreRate) {
        return new ShopifySettings(
                domain,
                accessToken,
                clientId,
                clientSecret,
                refreshToken,
                newRestoreRate,
                currency,
                zone,
                clock,
                seed,
                webhookRetries);
    }

    public ShopifySettings seeded(long newSeed) {
        return new ShopifySettings(
                domain,
                accessToken,
                clientId,
                clientSecret,
                refreshToken,
                restoreRate,
                currency,
                zone,
                clock,
                newSeed,
                webhookRetries);
    }

    public ShopifySettings retrying(List<Duration> newWebhookRetries) {
        return new ShopifySettings(
                domain,
                accessToken,
                clientId,
                clientSecret,
                refreshToken,
                restoreRate,
                currency,
                zone,
                clock,
                seed,
                newWebhookRetries);
    }
}
