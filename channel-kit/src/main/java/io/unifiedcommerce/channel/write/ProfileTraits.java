package io.unifiedcommerce.channel.write;

import io.unifiedcommerce.model.CustomerProfile;
import io.unifiedcommerce.model.ProfileMetrics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a store may know of a profile: facts about its shopping. Names, addresses and identifiers of other channels stay out;
 * a store has its own, and the others are not its business.
 */
public final class ProfileTraits {
    /** All trait names, in the order of {@link #of}. */
    public static final List<String> NAMES = List.of(
            "profile_id", "household_id", "segments", "orders", "lifetime_value", "currency", "last_order_at", "rfm");

    private ProfileTraits() {}

    /** Traits by name, in a fixed order; those without a value are left out. Amounts and instants are texts. */
    public static Map<String, Object> of(CustomerProfile profile) {
        Map<String, Object> traits = new LinkedHashMap<>();
        traits.put("profile_id", profile.getProfileId());
        put(traits, "household_id", profile.getHouseholdId());
        List<String> segments = profile.getSegments().stream().sorted().toList();
        put(traits, "segments", segments.isEmpty() ? null : segments);
        ProfileMetrics metrics = profile.getMetrics();
        if (metrics != null) {
            traits.put("orders", metrics.getOrders());
            BigDecimal value = metrics.getLtv();
            put(traits, "lifetime_value", value == null ? null : value.toPlainString());
            put(traits, "currency", metrics.getCurrency());
            Instant last = metrics.getLastOrderAt();
            put(traits, "last_order_at", last == null ? null : last.toString());
            put(traits, "rfm", metrics.getRfm());
        }
        return traits;
    }

    /**
     * All traits as texts, for platforms that keep nothing else; empty for those without a value.
     *
     * @param longest characters that a text may have: of a list, as many whole entries as fit
     */
    public static Map<String, String> texts(CustomerProfile profile, int longest) {
        Map<String, Object> traits = of(profile);
        Map<String, String> texts = new LinkedHashMap<>();
        NAMES.forEach(name -> texts.put(name, text(traits.get(name), longest)));
        return texts;
    }

    private static String text(Object trait, int longest) {
        if (!(trait instanceof List<?> list)) {
            return trait == null ? "" : trait.toString();
        }
        StringBuilder text = new StringBuilder();
        for (Object item : list) {
            String next = text.isEmpty() ? item.toString() : "," + item;
            if (text.length() + next.length() <= longest) {
                text.append(next);
            }
        }
        return text.toString();
    }

    private static void put(Map<String, Object> traits, String name, Object value) {
        if (value != null) {
            traits.put(name, value);
        }
    }
}
