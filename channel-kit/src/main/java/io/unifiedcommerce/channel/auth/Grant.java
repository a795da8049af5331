package io.unifiedcommerce.channel.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a token endpoint granted last.
 *
 * @param refreshToken asks for the next grant; good for one time where the platform rotates it
 * @param expiresAt end of the access token, by the clock of the worker that received it
 * @param roots fingerprints of the configured refresh tokens that have been used up, newest last: they tell a token that an
 *     operator has configured anew from one that the stored grant goes back to
 */
record Grant(String accessToken, String refreshToken, Instant obtainedAt, Instant expiresAt, List<String> roots) {

    Grant {
        roots = List.copyOf(roots);
    }

    boolean goesBackTo(String root) {
        return roots.contains(root);
    }

    /** The roots of a grant that was made of this one, or of a newly configured token. */
    List<String> rootsWith(String root) {
        List<String> all = new ArrayList<>(roots);
        if (!all.contains(root)) {
            all.add(root);
        }
        return all;
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("access_token", accessToken);
        map.put("refresh_token", refreshToken);
        map.put("obtained_at", obtainedAt);
        map.put("expires_at", expiresAt);
        map.put("roots", roots);
        return map;
    }

    /** @throws RuntimeException when the map is none of {@link #toMap} */
    static Grant ofMap(Map<?, ?> map) {
        List<String> roots =
                ((List<?>) map.get("roots")).stream().map(String::valueOf).toList();
        return new Grant(
                (String) map.get("access_token"),
                (String) map.get("refresh_token"),
                Instant.parse((String) map.get("obtained_at")),
                Instant.parse((String) map.get("expires_at")),
                roots);
    }

    @Override
    public String toString() {
        return "grant until " + expiresAt;
    }
}
