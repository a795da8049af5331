package io.unifiedcommerce.tck.fake.shopify;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A page of a list in Relay's form; cursors are made only when asked for. */
record Connection(List<?> nodes, IntFunction<String> cursors, boolean hasNext, boolean hasPrevious) {
    /** One element with its cursor. */
    record Edge(String cursor, Object node) {}

    /** Where a page stands in its list. */
    record PageInfo(String startCursor, String endCursor, boolean hasNextPage, boolean hasPreviousPage) {}

    static void wire(Wiring wiring, String... nodeTypes) {
        for (String node : nodeTypes) {
            wiring.type(node + "Connection", Connection.class)
                    .field("nodes", Connection::nodes)
                    .field("edges", Connection::edges)
                    .field("pageInfo", Connection::pageInfo);
            wiring.type(node + "Edge", Edge.class).field("cursor", Edge::cursor).field("node", Edge::node);
        }
        wiring.type("PageInfo", PageInfo.class)
                .field("startCursor", PageInfo::startCursor)
                .field("endCursor", PageInfo::endCursor)
                .field("hasNextPage", PageInfo::hasNextPage)
                .field("hasPreviousPage", PageInfo::hasPreviousPage);
    }

    String endCursor() {
        return nodes.isEmpty() ? null : cursors.apply(nodes.size() - 1);
    }

    private List<Edge> edges() {
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> new Edge(cursors.apply(i), nodes.get(i)))
                .toList();
    }

    private PageInfo pageInfo() {
        String start = nodes.isEmpty() ? null : cursors.apply(0);
        return new PageInfo(start, endCursor(), hasNext, hasPrevious);
    }
}
