package io.unifiedcommerce.channel.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** A channel folder cannot be used; carries every problem found, not only the first. */
public final class ManifestException extends RuntimeException {
    private final transient List<Problem> problems;

    public ManifestException(String channel, List<Problem> problems) {
        super(problems.size() + " problem" + (problems.size() == 1 ? "" : "s") + " in channel '" + channel + "':"
                + problems.stream().map(p -> "\n  " + p).collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
