package io.unifiedcommerce.channel.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A record cannot be mapped: its own fault, never the platform's or the task's. Carries every reason. */
public final class MappingException extends RuntimeException {
    private final transient List<MappingError> errors;

    MappingException(String mapping, List<MappingError> errors) {
        super(mapping + ": " + errors.stream().map(MappingError::toString).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    public List<MappingError> errors() {
        return errors;
    }
}
