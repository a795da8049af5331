package io.unifiedcommerce.channel.manifest;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One kind of record: listed by requests of its own, found inside another stream's records, or, with neither, told by webhooks
 * only.
 */
public record StreamSpec(
        @Setting(value = "unified entity it is mapped to", optional = true)
        String entity,

        @Setting(value = "mapping file in the channel's folder", optional = true)
        String mapping,

        @Setting("path of the record's id, or of a map whose values make it together")
        String id,

        @Setting(
                value = "path of what changes when the record changes; the record's fingerprint when left out",
                optional = true)
        String version,

        @Setting(value = "relative cost, for spreading streams over tasks", byDefault = "1")
        int weight,

        @Setting(value = "scopes the credentials need", optional = true)
        List<String> scopes,

        @Setting(value = "whether it is read unless the user lists streams", byDefault = "true")
        boolean byDefault,

        @Setting(value = "options without which it cannot be read, and is not by default", optional = true)
        List<String> requires,

        @Setting(value = "options of which any makes that it is not read by default", optional = true)
        List<String> unless,

        @Setting(value = "how changes are listed", optional = true)
        ReadSpec read,

        @Setting(value = "how history is read, where it differs", optional = true)
        ReadSpec backfill,

        @Setting(value = "how records are read again by id, for webhooks", optional = true)
        RereadSpec reread,

        @Setting(value = "requests that complete a record, however it was found", optional = true)
        List<EnrichSpec> enrich,

        @Setting(value = "other records that a record names by id, such as the variants of its lines", optional = true)
        List<LookupSpec> lookups,

        @Setting(value = "the stream whose records contain these", optional = true)
        ChildSpec from) {

    /** A stream is read, or contained in another, or neither; both make no sense. */
    public StreamSpec {
        if (read != null && from != null) {
            throw new IllegalArgumentException(
                    "a stream has either 'read' (own requests) or 'from' (inside another stream)");
        }
        if ((entity == null) != (mapping == null)) {
            throw new IllegalArgumentException("'entity' and 'mapping' come together");
        }
    }

    /** Whether nothing lists its records: only webhooks bring them. */
    public boolean told() {
        return read == null && from == null;
    }

    /** Options that are not set and without which it cannot be read. */
    public List<String> missing(Map<String, String> options) {
        return requires.stream().filter(option -> !isSet(options, option)).toList();
    }

    /** Whether it is read when the user lists no streams. */
    public boolean chosenBy(Map<String, String> options) {
        return byDefault && missing(options).isEmpty() && unless.stream().noneMatch(option -> isSet(options, option));
    }

    private static boolean isSet(Map<String, String> options, String option) {
        return !options.getOrDefault(option, "").isEmpty();
    }

    /** The same, read otherwise; nulls where this one has none. */
    public StreamSpec reading(ReadSpec otherRead, ReadSpec otherBackfill) {
        return new StreamSpec(
                entity,
                mapping,
                id,
                version,
                weight,
                scopes,
                byDefault,
                requires,
                unless,
                otherRead,
                otherBackfill,
                reread,
                enrich,
                lookups,
                from);
    }

    /**
     * How a listing is read.
     *
     * @param hook short name of a {@code BulkJob} that takes the place of the request; null for none
     */
    public record ReadSpec(
            @Setting("the request of one page") RequestSpec request,

            @Setting("path of the records in an answer; $ for the whole answer")
            String records,

            @Setting("how pages follow one another") PagingSpec paging,
            @Setting("how changes are found") CursorSpec cursor,

            @Setting(value = "the listing is read once for each slice", optional = true)
            SliceSpec slices,

            @Setting(value = "a hook that reads in bulk instead of paging", optional = true)
            String hook) {

        /** The same with another way to find changes. */
        public ReadSpec following(CursorSpec other) {
            return new ReadSpec(request, records, paging, other, slices, hook);
        }
    }

    /** A listing that must be read in parts, such as one per location; each part has a cursor of its own. */
    public record SliceSpec(
            @Setting("the request that lists the slices") RequestSpec request,
            @Setting("path of the slices in its answer") String records,
            @Setting("path of a slice's id") String id,

            @Setting(value = "fields copied into each record under $slice", optional = true)
            List<String> carry) {}

    /** A request that completes a record: a part that the listing only links to, or cuts short. */
    public record EnrichSpec(
            @Setting("key or path in the record that receives the answer's records")
            String into,

            @Setting(value = "path that must be neither empty, false nor 0 for the request to be made", optional = true)
            String when,

            @Setting(value = "whether the records are added to those present", byDefault = "false")
            boolean append,

            @Setting("the request; ${record.<path>} is the record's own")
            RequestSpec request,

            @Setting("path of the records in the answer") String records,
            @Setting("how pages follow one another") PagingSpec paging,

            @Setting(value = "path in the record of the token to start at", optional = true)
            String startToken) {}

    /**
     * Other records that a record names by id. Those of a whole page are asked for together, and what was found is used again
     * for a while.
     */
    public record LookupSpec(
            @Setting("key or path in the record that receives the list of those found")
            String into,

            @Setting("stream that they are records of; its 'reread' finds them")
            String stream,

            @Setting("paths of their ids in the record; a path may lead through lists")
            List<String> ids,

            @Setting(
                    value = "paths of their fields that are kept beside the id; everything when left out",
                    optional = true)
            List<String> keep,

            @Setting(value = "how long what was found is used again", byDefault = "PT1H")
            Duration keepFor) {}

    /** How records are read again by id. */
    public record RereadSpec(
            @Setting("the request; ${ids} is the list, ${id} the only one when max_ids is 1")
            RequestSpec request,

            @Setting("path of the records in the answer") String records,

            @Setting(value = "ids per request", byDefault = "1")
            int maxIds) {}

    /** Records inside the records of another stream. */
    public record ChildSpec(
            @Setting("the stream that contains them") String stream,

            @Setting("path of the list in its records; $ where each of them is such a record, too")
            String path,

            @Setting(value = "fields of the parent copied under $parent", optional = true)
            List<String> carry) {}
}
