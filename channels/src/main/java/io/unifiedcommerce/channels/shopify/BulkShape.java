package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.ChannelException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The connections of a bulk query, nested as in its document. The result's lines tell whose child a row is, but not in which
 * field it belongs: that is found by the type in its id.
 *
 * @param connections nested connections by the key they have in the result
 */
record BulkShape(Map<String, BulkShape> connections) {
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|#[^\\n]*|\\.\\.\\.|[A-Za-z_][A-Za-z0-9_]*|[{}():@]|[^\\s]");

    /** A field with its selection. */
    private record Field(String key, List<Field> selection) {}

    /**
     * Reads the shape of the rows of a document's only connection at the top.
     *
     * @throws ChannelException.BrokenContract when the document has none, or uses fragments
     */
    static BulkShape of(String document) {
        Field query = parse(document);
        return query.selection().stream()
                .map(BulkShape::node)
                .filter(node -> node != null)
                .findFirst()
                .orElseThrow(
                        () -> broken("a bulk query needs a connection at its top, written as edges { node { … } }"));
    }

    private static BulkShape node(Field field) {
        for (Field edges : field.selection()) {
            for (Field node : edges.key().equals("edges") ? edges.selection() : List.<Field>of()) {
                if (node.key().equals("node")) {
                    Map<String, BulkShape> nested = new LinkedHashMap<>();
                    for (Field inner : node.selection()) {
                        BulkShape shape = node(inner);
                        if (shape != null) {
                            nested.put(inner.key(), shape);
                        }
                    }
                    return new BulkShape(nested);
                }
            }
        }
        return null;
    }

    /** The first operation's selection; arguments, directives and comments are passed over. */
    private static Field parse(String document) {
        Deque<Field> open = new ArrayDeque<>();
        open.push(new Field("", new ArrayList<>()));
        Matcher tokens = TOKEN.matcher(document);
        String key = null;
        int parentheses = 0;
        boolean aliased = false;
        boolean directive = false;
        while (tokens.find()) {
            String token = tokens.group();
            char first = token.charAt(0);
            if (first == '(') {
                parentheses++;
            } else if (first == ')') {
                parentheses--;
            } else if (parentheses == 0 && first == '{') {
                Field field = new Field(key == null ? "" : key, new ArrayList<>());
                open.peek().selection().add(field);
                open.push(field);
                key = null;
            } else if (parentheses == 0 && first == '}') {
                open.pop();
                key = null;
            } else if (parentheses == 0 && first == ':') {
                aliased = true;
            } else if (parentheses == 0 && first == '.') {
                throw broken("a bulk query is written without fragments");
            } else if (parentheses == 0 && first == '@') {
                directive = true;
            } else if (parentheses == 0 && Character.isJavaIdentifierStart(first)) {
                key = aliased || directive ? key : token;
                aliased = false;
                directive = false;
            }
        }
        return open.peekLast().selection().get(0);
    }

    /**
     * The key under which a child row belongs.
     *
     * @param id the row's id; null when the query does not select it
     * @throws ChannelException.BrokenContract when that cannot be told
     */
    String keyOf(String id) {
        if (connections.size() == 1) {
            return connections.keySet().iterator().next();
        }
        String type = id == null ? "" : id.replaceFirst("^gid://[^/]+/", "").replaceFirst("/.*$", "");
        // gid://shopify/ProductVariant/1 belongs to "variants", gid://shopify/LineItem/1 to "lineItems".
        List<String> fitting = connections.keySet().stream()
                .filter(key -> type.toLowerCase(Locale.ROOT).endsWith(singular(key)))
                .toList();
        if (fitting.size() != 1) {
            throw broken("a row of type '" + type + "' fits " + fitting.size() + " of the connections "
                    + connections.keySet() + "; select its id, or read it by another bulk query");
        }
        return fitting.get(0);
    }

    private static ChannelException broken(String message) {
        return new ChannelException.BrokenContract(message, null);
    }

    private static String singular(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
