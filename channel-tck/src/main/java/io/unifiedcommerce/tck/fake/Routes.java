package io.unifiedcommerce.tck.fake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which handler serves which method and path. Routes are tried in the order in which they were added. */
public final class Routes {
    /** Serves one kind of request. */
    @FunctionalInterface
    public interface Handler {
        /** @throws IOException when the body cannot be read as JSON */
        HttpAnswer handle(HttpCall call, Parameters path) throws IOException;
    }

    /** The parts of a path that stand for ids. */
    public record Parameters(Map<String, String> values) {
        /** @throws NumberFormatException when the part is no whole number */
        public long id(String name) {
            return Long.parseLong(values.get(name));
        }

        public String text(String name) {
            return values.get(name);
        }
    }

    /** A route that fits a request; {@code scope} is what the token needs, empty for nothing. */
    public record Match(String scope, Handler handler, Parameters parameters) {}

    private record Route(String method, List<String> segments, String scope, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    /** @param template path with parts in braces, for example /orders/{id} */
    public Routes on(String method, String template, String scope, Handler handler) {
        routes.add(new Route(method, segments(template), scope, handler));
        return this;
    }

    public Optional<Match> find(String method, String path) {
        List<String> wanted = segments(path);
        for (Route route : routes) {
            Map<String, String> parameters = new LinkedHashMap<>();
            if (route.method().equals(method) && fits(route.segments(), wanted, parameters)) {
                return Optional.of(new Match(route.scope(), route.handler(), new Parameters(parameters)));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(List<String> template, List<String> path, Map<String, String> parameters) {
        if (template.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < template.size(); i++) {
            String part = template.get(i);
            if (part.startsWith("{")) {
                parameters.put(part.substring(1, part.length() - 1), path.get(i));
            } else if (!part.equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/"));
    }
}
