package io.unifiedcommerce.tck.conformance.sample;

import java.util.Map;

/**
 * A platform's own record that a sample gave, as a source emits it.
 *
 * @param sample name of the sample
 * @param id null in a till's database, whose records are told apart by their mapping
 * @param value null when it is no record
 * @param fault why it is no record; null when it is one
 * @param captureMode how a source would say that it was captured
 */
public record SampleRecord(
        String sample, String stream, String id, Map<String, Object> value, String fault, String captureMode) {

    static SampleRecord of(Sample sample, String stream, String id, Map<String, Object> value, String captureMode) {
        return new SampleRecord(sample.toString(), stream, id, value, null, captureMode);
    }

    static SampleRecord unreadable(Sample sample, String stream, String fault, String captureMode) {
        return new SampleRecord(sample.toString(), stream, null, null, fault, captureMode);
    }

    /** Whether a source would emit it as a record. */
    public boolean readable() {
        return value != null;
    }

    @Override
    public String toString() {
        return stream + (id == null ? "" : " " + id) + " of sample " + sample;
    }
}
