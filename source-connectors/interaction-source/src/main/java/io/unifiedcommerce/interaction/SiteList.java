package io.unifiedcommerce.interaction;

import io.unifiedcommerce.interaction.collect.Origins;
import io.unifiedcommerce.interaction.collect.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;

/** Reads the sites and their origins from two lists of pairs. */
final class SiteList {
    private static final String NAME = "[A-Za-z0-9._-]{1,100}";

    private SiteList() {}

    /** @throws ConfigException on the list that is at fault */
    static List<Site> parse(List<String> sites, List<String> origins) {
        Map<String, String> keys = keys(sites);
        List<Site> parsed = new ArrayList<>();
        keys.forEach((instance, key) -> parsed.add(new Site(instance, key, origins(instance, keys.keySet(), origins))));
        return parsed;
    }

    private static Map<String, String> keys(List<String> sites) {
        Map<String, String> keys = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (String site : sites) {
            String[] pair = site.split("=", 2);
            if (pair.length < 2
                    || !pair[0].trim().matches(NAME)
                    || !pair[1].trim().matches(NAME)) {
                throw wrong(
                        InteractionKeys.SITES,
                        site,
                        "write instance=key, each of letters, digits, dots, dashes and underscores");
            }
            if (!seen.add(pair[1].trim()) || keys.put(pair[0].trim(), pair[1].trim()) != null) {
                throw wrong(InteractionKeys.SITES, site, "its instance or its key is there already");
            }
        }
        if (keys.isEmpty()) {
            throw wrong(InteractionKeys.SITES, sites, "name at least one site");
        }
        return keys;
    }

    private static Origins origins(String instance, Set<String> instances, List<String> origins) {
        List<String> own = new ArrayList<>();
        for (String entry : origins) {
            String[] pair = entry.split("=", 2);
            if (pair.length == 2 && !instances.contains(pair[0].trim())) {
                throw wrong(
                        InteractionKeys.ORIGINS,
                        entry,
                        "no such site in " + InteractionKeys.SITES + ": " + pair[0].trim());
            }
            if (pair.length == 1 || pair[0].trim().equals(instance)) {
                own.add(pair[pair.length - 1].trim());
            }
        }
        try {
            return new Origins(own);
        } catch (IllegalArgumentException e) {
            throw wrong(InteractionKeys.ORIGINS, own, e.getMessage());
        }
    }

    private static ConfigException wrong(String key, Object value, String message) {
        return new ConfigException(key, value, message);
    }
}
