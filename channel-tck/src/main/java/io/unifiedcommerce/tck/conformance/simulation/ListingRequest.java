package io.unifiedcommerce.tck.conformance.simulation;

import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A request for a page, as the platform sees it: of the values that reading offers, only those that the request's text names. */
final class ListingRequest {
    private final StreamSpec.ReadSpec read;
    private final RequestSpec request;
    private final Map<String, ?> values;

    ListingRequest(StreamSpec.ReadSpec read, RequestSpec request, Map<String, ?> values) {
        this.read = read;
        this.request = request;
        this.values = values;
    }

    /** The rows that the request asks for, in the order in which the platform lists them. */
    List<Row> select(List<Row> rows) {
        Comparator<Row> byId = Comparator.comparingLong(Row::id);
        CursorSpec cursor = read.cursor();
        if (cursor instanceof CursorSpec.Time time) {
            Object from = told("window.from") == null ? told("cursor.value") : told("window.from");
            boolean sorted = time.sorted() || read.paging() instanceof PagingSpec.Keyset;
            return within(rows, time.requestFormat(), from)
                    .sorted(sorted ? Comparator.comparing(Row::changedAt).thenComparing(byId) : byId)
                    .toList();
        } else if (cursor instanceof CursorSpec.Sliding sliding) {
            return within(rows, sliding.requestFormat(), told("window.from"))
                    .sorted(byId)
                    .toList();
        }
        Object after = told("cursor.id") == null ? told("cursor.value") : told("cursor.id");
        if (cursor instanceof CursorSpec.Scan && read.paging() instanceof PagingSpec.After pages) {
            long reached = after == null || after.equals(pages.start()) ? 0 : Long.parseLong(after.toString());
            return rows.stream().filter(row -> row.id() > reached).sorted(byId).toList();
        }
        if (cursor instanceof CursorSpec.Version || cursor instanceof CursorSpec.Feed) {
            after = cursor instanceof CursorSpec.Feed ? told("page.token") : after;
            long reached = after == null ? 0 : Long.parseLong(after.toString());
            return rows.stream()
                    .filter(row -> row.sequence() > reached)
                    .sorted(Comparator.comparingLong(Row::sequence))
                    .toList();
        }
        long first = cursor instanceof CursorSpec.Id && after != null ? Long.parseLong(after.toString()) : 0;
        return rows.stream().filter(row -> row.id() >= first).sorted(byId).toList();
    }

    private Stream<Row> within(List<Row> rows, CursorSpec.TimeFormat format, Object toldFrom) {
        Instant from = instant(format, toldFrom);
        Instant to = instant(format, told("window.to"));
        return rows.stream()
                // As platforms do: the upper bound is inclusive, too.
                .filter(row -> from == null || !row.changedAt().isBefore(from))
                .filter(row -> to == null || !row.changedAt().isAfter(to));
    }

    private static Instant instant(CursorSpec.TimeFormat format, Object told) {
        return told == null
                ? null
                : TimeText.read(told, format)
                        .orElseThrow(() ->
                                new IllegalStateException("the request tells a time that is not written as " + format));
    }

    /** How many rows lie before the page. */
    int offset() {
        PagingSpec paging = read.paging();
        if (read.cursor() instanceof CursorSpec.Feed) {
            // The token tells which changes are known already.
            return 0;
        } else if (paging instanceof PagingSpec.Token) {
            return number(told("page.token"), 0);
        } else if (paging instanceof PagingSpec.PageNumber pages) {
            return (number(told("page.number"), pages.first()) - pages.first()) * size();
        } else if (paging instanceof PagingSpec.Offset) {
            return number(told("page.offset"), 0);
        } else if (paging instanceof PagingSpec.Keyset pages) {
            return told("page.offset") == null
                    ? (number(told("page.number"), pages.first()) - pages.first()) * size()
                    : number(told("page.offset"), 0);
        } else if (paging instanceof PagingSpec.Link) {
            return number(told("page.link.0"), 0);
        }
        return 0;
    }

    /** Rows on a full page. */
    int size() {
        int asked = PageSize.of(read.paging()).orElse(Integer.MAX_VALUE);
        // Whoever takes a short page for the last one is found out.
        return read.paging() instanceof PagingSpec.After ? Math.max(1, asked * 2 / 3) : asked;
    }

    private Object told(String placeholder) {
        return request.toString().contains("${" + placeholder + "}") ? values.get(placeholder) : null;
    }

    private static int number(Object told, int byDefault) {
        return told == null ? byDefault : Integer.parseInt(told.toString());
    }
}
