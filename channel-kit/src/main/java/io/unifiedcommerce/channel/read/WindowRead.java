package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.hook.BulkJob;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One window being read. A failed step leaves everything as it was, and the next goes on at the same record.
 *
 * <p>Where pages are counted, a record that leaves the listing while it is read pulls the ones behind it over a page's edge,
 * unseen. So such a window is read again until two passes hold the same records; what was emitted before is not emitted again.
 */
final class WindowRead implements AutoCloseable {
    /** Windows end before now, so records mostly leave them and passes soon agree; where they do not, a smaller window helps. */
    private static final int PASSES = 5;

    /** What came of a step. */
    sealed interface Step {}

    /**
     * A page.
     *
     * @param safe whether pages so far were found without counting, so that nothing can have been missed in them
     * @param token where a feed goes on; null for no feed
     */
    record More(Object lastRecord, boolean safe, String token) implements Step {}

    /** Nothing yet; ask again after the pause. */
    record Pause(Duration length) implements Step {}

    /**
     * The window holds too much.
     *
     * @param forced whether it cannot be read to its end as it is
     */
    record Cut(String reason, boolean forced) implements Step {}

    /**
     * The last page.
     *
     * @param lastRecord null when it was empty
     * @param token where a feed goes on; null for no feed
     */
    record End(Object lastRecord, String token) implements Step {}

    private final ReadPlan plan;
    private final RecordPlan records;
    private final ReadContext context;
    private final Slice slice;
    private final Cursor cursor;
    private final Unfolder unfolder;
    private final Window window;
    private final boolean comparing;

    private Pages pages;
    private Pages.Got page;
    private int taken;
    private long listed;
    private long content;
    private long lastContent;
    private int passes;
    private boolean anything;

    WindowRead(
            ReadPlan plan,
            RecordPlan records,
            ReadContext context,
            Slice slice,
            Cursor cursor,
            Unfolder unfolder,
            Window window) {
        this.plan = plan;
        this.records = records;
        this.context = context;
        this.slice = slice;
        this.cursor = cursor;
        this.unfolder = unfolder;
        this.window = window;
        this.comparing = cursor.overlaps() && !plan.chained();
    }

    Window window() {
        return window;
    }

    /** Whether any record was listed. */
    boolean anything() {
        return anything;
    }

    /**
     * Reads one page further.
     *
     * @param out takes the emissions, also those found before a failure
     */
    Step step(Position at, List<Emission> out) {
        try {
            if (pages == null) {
                pages = open(at);
            }
            if (page == null) {
                Pages.Next next = pages.next();
                if (next instanceof Pages.NotYet notYet) {
                    return new Pause(notYet.pause());
                } else if (next instanceof Pages.TooLarge tooLarge) {
                    return new Cut(tooLarge.reason(), true);
                }
                page = (Pages.Got) next;
                taken = 0;
            }
            unfold(at, out);
            return turn();
        } catch (ChannelException.Rejected | ChannelException.BrokenContract e) {
            // The token of this page may have expired: begin at the first page, and emit what is not emitted yet.
            restart();
            throw e;
        }
    }

    private void unfold(Position at, List<Emission> out) {
        unfolder.prepare(records, page.items());
        for (; taken < page.items().size(); taken++) {
            Object item = page.items().get(taken);
            // Hashing all of a record takes time, and only passes over counted pages are compared.
            content += item == null || !comparing ? 0 : item.hashCode();
            if (!cursor.passed(at, item)) {
                unfolder.unfold(records, item, cursor.changedAt(item), out);
            }
        }
    }

    private Step turn() {
        int size = page.items().size();
        Object last = size == 0 ? null : page.items().get(size - 1);
        boolean ended = page.ended();
        listed += size;
        anything |= size > 0;
        page = null;
        if (!ended) {
            return listed >= window.records()
                    ? new Cut("more than " + window.records() + " records", false)
                    : new More(last, !pages.shiftable(), pages.reached());
        }
        if (!cursor.overlaps() || !pages.shiftable() || content == lastContent) {
            return new End(last, pages.reached());
        }
        if (++passes >= PASSES) {
            return new Cut("it holds other records each time it is read", true);
        }
        lastContent = content;
        restart();
        return new More(last, false, null);
    }

    private void restart() {
        close();
        pages = null;
        page = null;
        listed = 0;
        content = 0;
    }

    private Pages open(Position at) {
        Map<String, Object> values = new HashMap<>(cursor.values(at, window));
        if (slice != null) {
            values.put("slice", slice.values());
        }
        if (plan.job() != null) {
            return new BulkPages(plan.job()
                    .open(new BulkJob.Order(context.client(), context.folder(), plan.spec(), values, context.clock())));
        }
        PagingSpec paging = plan.spec().paging();
        PageWalk walk = PageWalk.of(
                paging, cursor.startToken(at), cursor::keyOf, records.id()::string, cursor.startKey(at, window));
        return new Listing(context.client(), plan.spec().request(), plan.records(), walk, values);
    }

    @Override
    public void close() {
        if (pages != null) {
            pages.close();
        }
    }
}
