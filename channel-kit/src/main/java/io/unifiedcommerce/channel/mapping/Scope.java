package io.unifiedcommerce.channel.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One mapping run over one record: its start, its origin, and where in target and source the run is. Used by one thread. */
final class Scope {
    private final Object root;
    private final Provenance provenance;
    private final List<MappingError> errors = new ArrayList<>(0);
    private Object outer;
    private final Trail target = new Trail();
    private final Trail source = new Trail();

    Scope(Object root, Provenance provenance) {
        this.root = root;
        this.provenance = provenance;
    }

    Object root() {
        return root;
    }

    Provenance provenance() {
        return provenance;
    }

    /** The element that a caret in a path means: of the list around the one at hand. */
    Object outer() {
        return outer;
    }

    void outer(Object element) {
        outer = element;
    }

    Trail target() {
        return target;
    }

    Trail source() {
        return source;
    }

    List<MappingError> errors() {
        return errors;
    }

    void error(String relativeSource, String message) {
        String from = relativeSource.startsWith("/") || relativeSource.startsWith("^")
                ? relativeSource.substring(1)
                : source.isEmpty() ? relativeSource : source + "." + relativeSource;
        errors.add(new MappingError(target.toString(), from, message));
    }

    /** Names and indexes from the start to here; becomes text only when something is wrong. */
    static final class Trail {
        private Object[] steps = new Object[8];
        private int depth;

        void enter(Object step) {
            if (depth == steps.length) {
                steps = Arrays.copyOf(steps, depth * 2);
            }
            steps[depth++] = step;
        }

        void leave() {
            depth--;
        }

        boolean isEmpty() {
            return depth == 0;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < depth; i++) {
                if (steps[i] instanceof Integer) {
                    text.append('[').append(steps[i]).append(']');
                } else {
                    text.append(text.isEmpty() ? "" : ".").append(steps[i]);
                }
            }
            return text.toString();
        }
    }
}
