package io.unifiedcommerce.tck.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** What a check found wrong, all of it. */
final class Findings {
    private static final int SHOWN = 40;

    private final List<String> found = new ArrayList<>();

    void add(String finding) {
        found.add(finding);
    }

    void addAll(Collection<String> findings) {
        found.addAll(findings);
    }

    /** Adds the finding unless what should hold does. */
    void require(boolean holds, String finding) {
        if (!holds) {
            found.add(finding);
        }
    }

    List<String> list() {
        return List.copyOf(found);
    }

    /**
     * Fails when anything was found.
     *
     * @param rule what was broken, and what to do
     */
    void assertNone(String rule) {
        if (!found.isEmpty()) {
            String more = found.size() > SHOWN ? "\n  … and " + (found.size() - SHOWN) + " more" : "";
            throw new AssertionFailedError(rule + "\n  "
                    + String.join("\n  ", found.subList(0, Math.min(SHOWN, found.size()))) + more);
        }
    }
}
