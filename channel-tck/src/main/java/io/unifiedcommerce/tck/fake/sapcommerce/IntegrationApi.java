package io.unifiedcommerce.tck.fake.sapcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists, finds and changes the entities of integration objects. */
final class IntegrationApi {
    static final String VIEW = "integrationviewgroup";
    static final String CREATE = "integrationcreategroup";

    private static final Pattern PATH = Pattern.compile("/odata2webservices/(\\w+)/(\\w+)(?:\\('((?:[^']|'')*)'\\))?");
    private static final int PAGE = 10;

    private final Map<String, EntitySet> sets = new LinkedHashMap<>();
    private final SapCommerceSettings settings;

    IntegrationApi(SapCommerceSettings settings) {
        this.settings = settings;
    }

    /** @param path such as UcOrder/Orders */
    IntegrationApi with(String path, EntitySet set) {
        sets.put(path, set);
        return this;
    }

    /** The group that a call needs. */
    static String group(HttpCall call) {
        return call.method().equals("GET") ? VIEW : CREATE;
    }

    HttpAnswer answer(HttpCall call) throws IOException {
        if (call.method().equals("GET") && call.path().endsWith("/$metadata")) {
            return metadata(
                    call.path().substring("/odata2webservices/".length()).replace("$metadata", ""));
        }
        Matcher path = PATH.matcher(call.path());
        EntitySet set = path.matches() ? sets.get(path.group(1) + "/" + path.group(2)) : null;
        if (set == null) {
            throw new ApiError(404, "not_found", "There is no such integration object or entity set.");
        }
        String address = "https://api.example.com" + call.path();
        if (call.method().equals("GET") && path.group(3) == null) {
            return list(call, set, address);
        }
        if (call.method().equals("PATCH") && path.group(3) != null && set.change() != null) {
            set.change().accept(found(set, path.group(3).replace("''", "'")), call.json());
            return HttpAnswer.empty(204);
        }
        throw new ApiError(405, "not_allowed", "The method is not allowed here.");
    }

    private HttpAnswer metadata(String object) {
        StringBuilder types = new StringBuilder();
        StringBuilder entitySets = new StringBuilder();
        sets.forEach((path, set) -> {
            if (path.startsWith(object)) {
                String name = path.substring(object.length());
                String type = name.replaceFirst("s$", "");
                types.append("<EntityType Name=\"").append(type).append("\">");
                types.append("<Key><PropertyRef Name=\"integrationKey\"/></Key>");
                set.shape()
                        .parts()
                        .forEach((part, shape) -> types.append(shape.navigates() ? "<NavigationProperty" : "<Property")
                                .append(" Name=\"")
                                .append(part)
                                .append("\"/>"));
                types.append("</EntityType>");
                entitySets
                        .append("<EntitySet Name=\"")
                        .append(name)
                        .append("\" EntityType=\"HybrisCommerceOData.")
                        .append(type)
                        .append("\"/>");
            }
        });
        if (entitySets.isEmpty()) {
            throw new ApiError(404, "not_found", "There is no such integration object.");
        }
        return HttpAnswer.text(
                200,
                "application/xml;charset=utf-8",
                "<?xml version='1.0' encoding='UTF-8'?><edmx:Edmx Version=\"1.0\""
                        + " xmlns:edmx=\"http://schemas.microsoft.com/ado/2007/06/edmx\"><edmx:DataServices><Schema"
                        + " xmlns=\"http://schemas.microsoft.com/ado/2008/09/edm\" Namespace=\"HybrisCommerceOData\">"
                        + types + "<EntityContainer Name=\"Container\">" + entitySets
                        + "</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>");
    }

    /** Attributes are taken out of an integration object, as a merchant's own may lack them. */
    void withdraw(String path, String... attributes) {
        Map<String, EntityShape> parts =
                new LinkedHashMap<>(sets.get(path).shape().parts());
        parts.keySet().removeAll(List.of(attributes));
        EntitySet before = sets.get(path);
        sets.put(path, new EntitySet(new EntityShape(parts, false), before.rows(), before.change()));
    }

    private static ObjectNode found(EntitySet set, String key) {
        return set.rows().get().stream()
                .filter(row -> row.path("integrationKey").asText().equals(key))
                .findFirst()
                .orElseThrow(() -> new ApiError(404, "not_found", "There is no item with this key."));
    }

    /** A page that the server cuts below what was asked for names the next one, as does one without {@code $top}. */
    private HttpAnswer list(HttpCall call, EntitySet set, String address) {
        EntityShape shape = set.shape();
        Map<String, Object> expanded = shape.expansion(call.param("$expand").orElse(""));
        List<ObjectNode> selected = set.rows().get().stream()
                .filter(Filter.of(shape, call.param("$filter").orElse("")))
                .sorted(order(shape, call.param("$orderby").orElse("")))
                .toList();
        int skip = number(call, "$skip", 0) + number(call, "$skiptoken", 0);
        int asked = number(call, "$top", PAGE);
        int size = Math.min(asked, settings.largestPage());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode results = body.putObject("d").putArray("results");
        selected.stream()
                .skip(skip)
                .limit(size)
                .forEach(row -> results.add(shape.show(row, expanded, address + "('" + key(row) + "')")));
        boolean cut = call.param("$top").isEmpty() || size < asked;
        if (cut && selected.size() > skip + size) {
            ((ObjectNode) body.get("d")).put("__next", next(call, address, skip + size));
        }
        return HttpAnswer.json(200, body);
    }

    private static String key(JsonNode row) {
        return row.path("integrationKey").asText();
    }

    private static String next(HttpCall call, String address, int token) {
        StringBuilder next = new StringBuilder(address).append("?$skiptoken=").append(token);
        call.query().forEach((name, values) -> {
            if (!name.equals("$skip") && !name.equals("$skiptoken")) {
                next.append('&').append(name).append('=').append(values.get(0).replace(" ", "%20"));
            }
        });
        return next.toString();
    }

    private static int number(HttpCall call, String name, int byDefault) {
        try {
            return call.param(name).map(Integer::parseInt).orElse(byDefault);
        } catch (NumberFormatException e) {
            throw new ApiError(400, "invalid_query_option", name + " is not a number.");
        }
    }

    /** Without {@code $orderby} the database gives what it likes: here, the other way round. */
    private static Comparator<ObjectNode> order(EntityShape shape, String text) {
        if (text.isBlank()) {
            return Comparator.<ObjectNode, String>comparing(IntegrationApi::key).reversed();
        }
        Comparator<ObjectNode> order = null;
        for (String name : text.split(",")) {
            if (name.contains("/") || name.equals("integrationKey")) {
                throw new ApiError(501, "not_implemented", "Ordering by [" + name + "] is not supported.");
            }
            shape.at(name.trim());
            Comparator<ObjectNode> by =
                    Comparator.comparing(row -> row.path(name.trim()).asText());
            order = order == null ? by : order.thenComparing(by);
        }
        return order;
    }
}
