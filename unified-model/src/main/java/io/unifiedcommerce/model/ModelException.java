package io.unifiedcommerce.model;

/**
 * A value does not fit the unified model: a fault of the record, never of the system, so a repetition cannot help.
 * The message names the field and what is wrong with it; it never contains the value, which may be personal.
 */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private String path = "";

    public ModelException(String problem) {
        this.problem = problem;
    }

    /** Where the value stands, such as {@code lines[1].unit_price}; empty for the record as a whole. */
    public String path() {
        return path;
    }

    @Override
    public String getMessage() {
        return path.isEmpty() ? problem : path + ": " + problem;
    }

    /** Prefixes the path while the exception leaves the field {@code name}. */
    ModelException inField(String name) {
        path = path.isEmpty() || path.startsWith("[") ? name + path : name + "." + path;
        return this;
    }

    /** Prefixes the path while the exception leaves element {@code index}. */
    ModelException inElement(int index) {
        path = path.isEmpty() || path.startsWith("[") ? "[" + index + "]" + path : "[" + index + "]." + path;
        return this;
    }
}
