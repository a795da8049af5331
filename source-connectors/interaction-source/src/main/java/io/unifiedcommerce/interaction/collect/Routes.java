package io.unifiedcommerce.interaction.collect;

import io.unifiedcommerce.channel.event.EventReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds site and shape of a request by its path: {@code <base>/<site's key>/<shape>}, and what follows for some shapes. */
public final class Routes {
    private final String base;
    private final Map<String, Site> sites = new HashMap<>();
    private final Map<String, EventReader> shapes;

    /**
     * Where a path leads.
     *
     * @param call the last part of the path behind the shape's name; null for none
     */
    record Route(Site site, String shape, EventReader reader, String call) {}

    /**
     * @param base what all paths begin with, without a slash at the end
     * @param shapes readers by the name in the path
     */
    public Routes(String base, List<Site> sites, Map<String, EventReader> shapes) {
        this.base = base + "/";
        this.shapes = Map.copyOf(shapes);
        sites.forEach(site -> this.sites.put(site.key(), site));
    }

    Optional<Route> find(String path) {
        if (!path.startsWith(base)) {
            return Optional.empty();
        }
        String[] parts = path.substring(base.length()).split("/");
        Site site = sites.get(parts[0]);
        EventReader reader = parts.length < 2 ? null : shapes.get(parts[1]);
        if (site == null || reader == null) {
            return Optional.empty();
        }
        return Optional.of(new Route(site, parts[1], reader, parts.length == 2 ? null : parts[parts.length - 1]));
    }
}
