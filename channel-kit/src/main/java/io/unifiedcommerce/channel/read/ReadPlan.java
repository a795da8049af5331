package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.hook.BulkJob;
import io.unifiedcommerce.channel.hook.Hooks;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.record.Path;

/**
 * How a listing's pages are found.
 *
 * @param job null when it is read page by page
 */
record ReadPlan(StreamSpec.ReadSpec spec, Path records, BulkJob job) {

    static ReadPlan of(StreamSpec.ReadSpec spec) {
        BulkJob job = spec.hook() == null ? null : Hooks.named(BulkJob.class, spec.hook(), BulkJob::name);
        return new ReadPlan(spec, Path.parse(spec.records()), job);
    }

    /** Whether each pass lists what the last one did, so that only a memory of all of it tells what changed. */
    boolean inPasses() {
        return spec.cursor() instanceof CursorSpec.Scan || spec.cursor() instanceof CursorSpec.Sliding;
    }

    /** Whether each page names the next, so that rows which leave the listing push no others over a page's edge. */
    boolean chained() {
        return spec.paging() instanceof PagingSpec.Token || spec.paging() instanceof PagingSpec.Link;
    }

    /** @param recordId where a record's id stands */
    Cursor cursor(ReadContext context, Path recordId) {
        if (spec.cursor() instanceof CursorSpec.Time time) {
            boolean bounded = job != null || spec.request().toString().contains("${window.to}");
            boolean sorted = job == null && (time.sorted() && chained() || spec.paging() instanceof PagingSpec.Keyset);
            int mostRecords = job != null || sorted ? Integer.MAX_VALUE : context.windowRecords();
            return new TimeCursor(
                    time,
                    context.zone(time.zone()),
                    context.pollInterval(),
                    new TimeCursor.Listed(bounded, sorted, mostRecords));
        } else if (spec.cursor() instanceof CursorSpec.Id id) {
            return new IdCursor(id.field(), context.pollInterval());
        } else if (spec.cursor() instanceof CursorSpec.Feed feed) {
            return new FeedCursor(feed, context.pollInterval());
        } else if (spec.cursor() instanceof CursorSpec.Version version) {
            return new IdCursor(version.field(), context.pollInterval());
        }
        if (spec.cursor() instanceof CursorSpec.Sliding sliding) {
            return new SlidingCursor(sliding);
        }
        return new ScanCursor((CursorSpec.Scan) spec.cursor(), recordId);
    }
}
