package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.write.WriteOutcome;

/** How a push ended. */
sealed interface Settlement {

    /** It was given to the platform. */
    record Written(WriteOutcome outcome) implements Settlement {}

    /** It was not, and nobody is at fault: it is too old, or a newer one took its place. */
    record Skipped(String reason) implements Settlement {}
}
