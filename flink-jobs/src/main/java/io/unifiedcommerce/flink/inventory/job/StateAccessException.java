package io.unifiedcommerce.flink.inventory.job;

/** State could not be read or written. The job fails and starts again from its last checkpoint. */
final class StateAccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StateAccessException(String state, Throwable cause) {
        super("State '" + state + "' cannot be accessed", cause);
    }
}
