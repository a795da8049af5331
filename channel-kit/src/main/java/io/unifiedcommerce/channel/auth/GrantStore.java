package io.unifiedcommerce.channel.auth;

import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps the newest grant of one account for all tasks and connectors that use it, over restarts and on any worker.
 *
 * <p>Used by one thread.
 */
interface GrantStore {

    /**
     * The newest grant; empty before the first.
     *
     * @throws GrantStoreException when it cannot be read now
     */
    Optional<Grant> newest();

    /**
     * Puts a grant in the place of the newest while nobody else does. When this returns the new grant survives any crash.
     *
     * @param successor makes the new grant of the newest, which it may give back as it is; its exceptions pass through
     * @throws GrantStoreException when somebody else is at it for long, or the grant cannot be stored now
     */
    Grant replace(Function<Optional<Grant>, Grant> successor);
}
