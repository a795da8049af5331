package io.unifiedcommerce.channel.event;

import io.unifiedcommerce.channel.event.EventPolicy.OptOut;
import io.unifiedcommerce.channel.manifest.EventsManifest.ConsentSpec;
import io.unifiedcommerce.channel.record.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds what a visitor allowed. */
final class ConsentRule {
    private static final Set<String> YES = Set.of("true", "granted", "yes", "1", "allowed", "accepted");
    private static final Set<String> NO = Set.of("false", "denied", "no", "0", "declined", "rejected");

    private final List<Path> analytics;
    private final List<Path> ads;
    private final EventPolicy policy;

    /** @param spec null where events of the shape never say */
    ConsentRule(ConsentSpec spec, EventPolicy policy) {
        this.analytics = spec == null
                ? List.of()
                : spec.analytics().stream().map(Path::parse).toList();
        this.ads =
                spec == null ? List.of() : spec.ads().stream().map(Path::parse).toList();
        this.policy = policy;
    }

    /** What the visitor said; a null part was not asked. */
    Consent of(Map<String, Object> event, boolean optedOut) {
        boolean noAds = optedOut && policy.optOut() != OptOut.IGNORE;
        boolean nothing = optedOut && policy.optOut() == OptOut.ALL;
        return new Consent(nothing ? Boolean.FALSE : said(event, analytics), noAds ? Boolean.FALSE : said(event, ads));
    }

    private static Boolean said(Map<String, Object> event, List<Path> paths) {
        for (Path path : paths) {
            Object value = path.get(event);
            String word = value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
            if (YES.contains(word)) {
                return true;
            } else if (NO.contains(word)) {
                return false;
            }
        }
        return null;
    }

    /** @param analytics null when not asked; so is {@code ads} */
    record Consent(Boolean analytics, Boolean ads) {

        boolean measured(boolean assumed) {
            return analytics == null ? assumed : analytics;
        }

        Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("analytics", analytics);
            fields.put("ads", ads);
            return fields;
        }
    }
}
