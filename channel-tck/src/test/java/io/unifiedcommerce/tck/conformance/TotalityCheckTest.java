package io.unifiedcommerce.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TotalityCheckTest {

    @Test
    void anyOtherFailureThanARefusalIsFound() {
        Findings findings = new Findings();

        TotalityCheck.judge(findings, "a record", Normalized.of(() -> {
            throw new ClassCastException("a map is no list");
        }));
        TotalityCheck.judge(findings, "a deep record", Normalized.of(() -> {
            throw new StackOverflowError();
        }));
        TotalityCheck.judge(findings, "no event", Normalized.of(Optional::empty));

        assertThat(findings.list())
                .containsExactly(
                        "a record: throws java.lang.ClassCastException: a map is no list",
                        "a deep record: throws java.lang.StackOverflowError: null");
    }
}
