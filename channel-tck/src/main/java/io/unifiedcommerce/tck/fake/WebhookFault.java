package io.unifiedcommerce.tck.fake;

import java.time.Duration;

/** One way to misbehave with a webhook. */
public sealed interface WebhookFault {
    /** Never sent. */
    record Lost() implements WebhookFault {}

    /** Sent twice. */
    record Duplicated() implements WebhookFault {}

    /** Sent this much later in real time. */
    record Late(Duration delay) implements WebhookFault {}

    /** Held back until the next webhook is out; sent on its own if none follows. */
    record OutOfOrder() implements WebhookFault {}

    /** Sent with a signature made with another secret. */
    record WrongSignature() implements WebhookFault {}
}
