package io.unifiedcommerce.channel.manifest;

import java.time.Duration;

/** How a stream finds what is new. */
public sealed interface CursorSpec {

    /** Records carry the time of their last change; windows of that time are read to their end. */
    @Kind("time")
    record Time(
            @Setting("path of the change time in a record") String field,

            @Setting(value = "how a record writes that time", byDefault = "iso")
            TimeFormat format,

            @Setting(value = "how requests write it", byDefault = "iso")
            TimeFormat requestFormat,

            @Setting(
                    value =
                            "option of the context that names the time zone in which requests write times of format local;"
                                    + " UTC when left out",
                    optional = true)
            String zone,

            @Setting(value = "how far each window reaches back over the last", byDefault = "PT5M")
            Duration overlap,

            @Setting(value = "how long changes may take to appear in listings", byDefault = "PT30S")
            Duration lag,

            @Setting(value = "longest window", byDefault = "P7D")
            Duration window,

            @Setting(
                    value =
                            "whether the listing is sorted by that time, so that each page by token or link is a place to go "
                                    + "on from and windows need no cutting; a keyset listing always is",
                    byDefault = "false")
            boolean sorted)
            implements CursorSpec {}

    /** Records have ascending ids and never change; the listing goes on after the last id. */
    @Kind("id")
    record Id(@Setting("path of the id in a record") String field) implements CursorSpec {}

    /**
     * Each change gives a record the next number of the whole store, and the listing goes on after the last number: history and
     * changes are one feed, and its offset is one number.
     */
    @Kind("version")
    record Version(
            @Setting("path of the number in a record") String field) implements CursorSpec {}

    /**
     * The platform keeps a feed of changes, which goes on from a token: each answer brings the next one (the token of
     * {@code paging}). A bulk hook under {@code backfill} reads everything and brings the first; it reads everything again when
     * the platform has forgotten the token.
     */
    @Kind("feed")
    record Feed(
            @Setting(
                    value = "code in a refusal that says that the token is no longer known, beside status 410",
                    optional = true)
            String expired)
            implements CursorSpec {}

    /**
     * The platform cannot tell what changed: whole passes, of which only records that differ from the last pass are emitted.
     * Fingerprints live in memory; after a restart one full pass is emitted, which deterministic event ids make harmless.
     */
    @Kind("scan")
    record Scan(
            @Setting(value = "time between two passes", byDefault = "PT1H")
            Duration every) implements CursorSpec {}

    /**
     * Records tell the day of business and no time of change: those of the last days are listed again and again, of which only
     * records that differ from the last pass are emitted. Days are compared generously, so that time zones cannot hide a record.
     */
    @Kind("sliding")
    record Sliding(
            @Setting("path of the day in a record") String field,

            @Setting(value = "how a record writes it", byDefault = "local")
            TimeFormat format,

            @Setting(value = "how requests write it", byDefault = "local")
            TimeFormat requestFormat,

            @Setting(value = "how long after its day a record may change", byDefault = "P7D")
            Duration span,

            @Setting(value = "time between two passes", byDefault = "PT5M")
            Duration every)
            implements CursorSpec {

        /** The same with other pauses. */
        public Sliding every(Duration other) {
            return new Sliding(field, format, requestFormat, span, other);
        }
    }

    /** How a platform writes an instant. */
    enum TimeFormat {
        ISO,
        ISO_SECONDS,
        RFC2822,
        /** {@code 2026-02-11 08:14:05}, meant as UTC. */
        UTC_TEXT,
        EPOCH_SECONDS,
        EPOCH_MILLIS,
        /** Date and time without a zone, such as {@code 2026-02-11T08:14:05}; UTC in records. */
        LOCAL,
        /** A text with milliseconds since 1970, as OData 2 writes instants in JSON: {@code /Date(1770797645000)/}. */
        ODATA
    }
}
