package io.unifiedcommerce.channels.shopify;

import java.util.HashMap;
import java.util.Map;

/** Which rows of a file belong together, and on which line the last row of each family stands. */
final class BulkFamilies {
    private static final class Extent {
        private int first = Integer.MAX_VALUE;
        private int last;
        private int rows;

        private void cover(int from, int to, int more) {
            first = Math.min(first, from);
            last = Math.max(last, to);
            rows += more;
        }
    }

    private final boolean flat;
    private final boolean deep;
    private final Map<String, Extent> extents = new HashMap<>();
    private final Map<String, String> parentOf = new HashMap<>();
    private int lines;

    BulkFamilies(BulkShape shape) {
        this.flat = shape.connections().isEmpty();
        this.deep = shape.connections().values().stream()
                .anyMatch(nested -> !nested.connections().isEmpty());
    }

    /** Takes the next line. */
    void add(BulkLines.Line line) {
        lines++;
        String family = line.parentId() == null ? line.id() : line.parentId();
        if (flat || family == null) {
            return;
        }
        extents.computeIfAbsent(family, id -> new Extent()).cover(line.number(), line.number(), 1);
        if (deep && line.id() != null && line.parentId() != null) {
            parentOf.put(line.id(), line.parentId());
        }
    }

    /** Ends the counting: children of children count for the row at the top. */
    void close() {
        parentOf.keySet().forEach(id -> {
            Extent inner = extents.remove(id);
            if (inner != null) {
                extents.computeIfAbsent(root(id), any -> new Extent()).cover(inner.first, inner.last, inner.rows);
            }
        });
    }

    int lines() {
        return lines;
    }

    /** The id of the row at the top of the family. */
    String root(String id) {
        String root = id;
        for (String parent = parentOf.get(root); parent != null; parent = parentOf.get(root)) {
            root = parent;
        }
        return root;
    }

    /** The line on which the family of a row at the top is complete; -1 for a row that is a family by itself. */
    int lastLine(String root) {
        Extent extent = extents.get(root);
        return extent == null ? -1 : extent.last;
    }

    /** The most rows that must be held at once to put families together. */
    long mostOpen() {
        long[] change = new long[lines + 2];
        extents.values().forEach(extent -> {
            change[extent.first] += extent.rows;
            change[extent.last + 1] -= extent.rows;
        });
        long open = 0;
        long most = 0;
        for (long step : change) {
            open += step;
            most = Math.max(most, open);
        }
        return most;
    }
}
