package io.unifiedcommerce.quickstart.scenario;

/** A channel did not do what its customers or staff asked for. */
public final class ScenarioException extends RuntimeException {

    ScenarioException(String message, Throwable cause) {
        super(message, cause);
    }
}
