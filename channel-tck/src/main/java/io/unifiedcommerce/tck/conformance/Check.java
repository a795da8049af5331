package io.unifiedcommerce.tck.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One rule for channel folders. */
interface Check {

    /** The rule, as a sentence. */
    String rule();

    /**
     * The tests of the rule for one folder: none where the rule does not concern it, an aborted one where it cannot be checked
     * here.
     */
    Stream<DynamicTest> tests(Subject subject);
}
