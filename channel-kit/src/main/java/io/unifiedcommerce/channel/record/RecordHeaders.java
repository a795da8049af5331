package io.unifiedcommerce.channel.record;

/** Names of the headers by which a platform's own record says where it comes from. */
public final class RecordHeaders {
    public static final String TENANT = "commerce.tenant";
    public static final String CHANNEL = "commerce.channel";
    public static final String INSTANCE = "commerce.instance";
    public static final String STREAM = "commerce.stream";

    /** WEBHOOK, POLL, CDC, SNAPSHOT, BACKFILL or REPLAY. */
    public static final String CAPTURE_MODE = "commerce.capture";

    /** Instant in ISO-8601, clock of the connector. */
    public static final String CAPTURED_AT = "commerce.captured.at";

    private RecordHeaders() {}
}
