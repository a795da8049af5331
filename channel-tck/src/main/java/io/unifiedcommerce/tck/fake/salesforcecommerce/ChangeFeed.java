package io.unifiedcommerce.tck.fake.salesforcecommerce;

import io.unifiedcommerce.tck.fake.shop.ShopChange;
import io.unifiedcommerce.tck.fake.shop.ShopChange.ProductChanged;
import io.unifiedcommerce.tck.fake.shop.ShopChange.StockChanged;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which levels changed, in order. A token tells how many changes its bearer knows, and when it was given. */
final class ChangeFeed {
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(23 * 60 + 30);
    private static final int PAGE = 20;

    private final Clock clock;
    private final List<Key> changes = new ArrayList<>();

    /** A SKU at a location. */
    record Key(String sku, long locationId) {}

    /** What changed since a token, each key once. */
    record Page(Set<Key> keys, String next, boolean more) {}

    ChangeFeed(Clock clock) {
        this.clock = clock;
    }

    synchronized void accept(ShopChange change) {
        if (change instanceof StockChanged stock) {
            changes.add(new Key(stock.variant().sku(), stock.level().locationId()));
        } else if (change instanceof ProductChanged product && product.kind() == ShopChange.Kind.DELETED) {
            Set<Key> known = new LinkedHashSet<>(changes);
            product.product()
                    .variants()
                    .forEach(variant -> known.stream()
                            .filter(key -> key.sku().equals(variant.sku()))
                            .forEach(changes::add));
        }
    }

    synchronized String token() {
        return token(changes.size());
    }

    synchronized Page since(String token) {
        int known = read(token);
        int to = Math.min(known + PAGE, changes.size());
        return new Page(new LinkedHashSet<>(changes.subList(known, to)), token(to), to < changes.size());
    }

    private String token(int known) {
        String text = known + "@" + clock.instant().getEpochSecond();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private int read(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("@");
            int known = Integer.parseInt(parts[0]);
            Instant given = Instant.ofEpochSecond(Long.parseLong(parts[1]));
            if (clock.instant().isAfter(given.plus(TOKEN_LIFE))) {
                throw Refusal.inventory(400, "ExpiredDeltaLink", "The delta token has expired");
            }
            return Math.min(known, changes.size());
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.inventory(400, "InvalidRequestParameter", "deltaToken is not one");
        }
    }
}
