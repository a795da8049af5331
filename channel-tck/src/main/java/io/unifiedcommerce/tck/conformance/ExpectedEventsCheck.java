package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.conformance.sample.JsonDiff;
import io.unifiedcommerce.tck.conformance.sample.Sample;
import io.unifiedcommerce.tck.conformance.sample.SampleEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/** Recorded pages give the expected events; or their files are written instead, for a person to review. */
final class ExpectedEventsCheck implements Check {
    private final boolean writing;

    /** @param writing whether the files are written instead of compared */
    ExpectedEventsCheck(boolean writing) {
        this.writing = writing;
    }

    @Override
    public String rule() {
        return "recorded pages give the expected events";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        DynamicTest files = dynamicTest("all files under samples belong to a sample", () -> {
            Findings findings = new Findings();
            findings.addAll(subject.samples().problems());
            findings.assertNone("Some files under samples are not used.");
        });
        SampleEvents events = new SampleEvents(subject.channel(), subject.normalizer());
        return Stream.concat(
                Stream.of(files),
                subject.samples().all().stream()
                        .map(sample -> dynamicTest(sample.toString(), () -> compare(subject, events, sample))));
    }

    private void compare(Subject subject, SampleEvents events, Sample sample) throws IOException {
        JsonNode found = events.of(subject.reading().read(sample));
        if (writing) {
            write(subject, sample, found);
            return;
        }
        String expected = sample.expected()
                .orElseThrow(() -> new AssertionFailedError(sample.expectedFile() + " is missing; run once with -D"
                        + ConformanceKit.WRITE + "=true and review what it holds"));
        Findings findings = new Findings();
        // Read back from its own text, so that both trees have numbers of the same types.
        findings.addAll(JsonDiff.of(SampleEvents.parse(expected), SampleEvents.parse(SampleEvents.print(found))));
        findings.assertNone("The events differ from " + sample.expectedFile()
                + "; when they are right, run once with -D" + ConformanceKit.WRITE + "=true.");
    }

    private static void write(Subject subject, Sample sample, JsonNode events) throws IOException {
        Path folder = subject.folder()
                .location()
                .orElseThrow(() -> new AssertionFailedError("the folder of channel " + subject.channel()
                        + " is on the class path; give its directory to write expected events"));
        Files.writeString(folder.resolve(sample.expectedFile()), SampleEvents.print(events));
    }
}
