package io.unifiedcommerce.channel.record;

/**
 * Names of the headers of a dead letter. They are those that Connect's own sink dead-letter queue writes (KIP-298), so that
 * the same tools read both; source pipelines have no such queue in the framework.
 */
public final class DeadLetterHeaders {
    public static final String TOPIC = "__connect.errors.topic";
    public static final String STAGE = "__connect.errors.stage";
    public static final String CLASS = "__connect.errors.class.name";
    public static final String EXCEPTION = "__connect.errors.exception.class.name";
    public static final String MESSAGE = "__connect.errors.exception.message";

    private DeadLetterHeaders() {}
}
