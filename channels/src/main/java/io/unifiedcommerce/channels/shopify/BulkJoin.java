package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.ChannelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the rows of a file together: children go where a listing has them, under {@code nodes} of their connection. */
final class BulkJoin {
    private final BulkFamilies families;
    private final BulkShape shape;
    private final Map<String, List<BulkLines.Line>> open = new HashMap<>();
    private long completed;

    BulkJoin(BulkFamilies families, BulkShape shape) {
        this.families = families;
        this.shape = shape;
    }

    /** Takes the next line; gives the record that it completes, or null. */
    Map<String, Object> add(BulkLines.Line line) {
        String root = line.parentId() == null ? line.id() : families.root(line.parentId());
        int lastLine = root == null ? -1 : families.lastLine(root);
        List<BulkLines.Line> family = List.of(line);
        if (lastLine >= 0) {
            family = open.computeIfAbsent(root, id -> new ArrayList<>());
            family.add(line);
            if (line.number() < lastLine) {
                return null;
            }
            open.remove(root);
        }
        completed++;
        return assemble(family);
    }

    /** Records completed so far. */
    long completed() {
        return completed;
    }

    private Map<String, Object> assemble(List<BulkLines.Line> family) {
        Map<String, List<BulkLines.Line>> children = new HashMap<>();
        BulkLines.Line top = null;
        for (BulkLines.Line line : family) {
            if (line.parentId() == null) {
                top = line;
            } else {
                children.computeIfAbsent(line.parentId(), id -> new ArrayList<>())
                        .add(line);
            }
        }
        if (top == null) {
            throw new ChannelException.BrokenContract(
                    "the file of a bulk operation holds children of a row that is not in it", null);
        }
        return complete(top, shape, children);
    }

    private Map<String, Object> complete(
            BulkLines.Line line, BulkShape rowShape, Map<String, List<BulkLines.Line>> children) {
        Map<String, List<Object>> nodes = new LinkedHashMap<>();
        rowShape.connections().keySet().forEach(key -> nodes.put(key, new ArrayList<>()));
        for (BulkLines.Line child : children.getOrDefault(line.id(), List.of())) {
            String key = rowShape.keyOf(child.id());
            nodes.get(key).add(complete(child, rowShape.connections().get(key), children));
        }
        Map<String, Object> row = new LinkedHashMap<>(line.row());
        nodes.forEach((key, list) -> row.put(key, Map.of("nodes", list)));
        return row;
    }
}
