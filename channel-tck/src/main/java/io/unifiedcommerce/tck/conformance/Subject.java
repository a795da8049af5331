package io.unifiedcommerce.tck.conformance;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.mapping.Normalizer;
import io.unifiedcommerce.tck.conformance.sample.SampleReading;
import io.unifiedcommerce.tck.conformance.sample.SampleRecord;
import io.unifiedcommerce.tck.conformance.sample.Samples;
import java.util.List;
import java.util.Optional;

/**
 * A channel folder under test, read and compiled.
 *
 * @param records what a source emits when the platform answers with the samples
 */
record Subject(
        ChannelFolder folder,
        ChannelManifest manifest,
        Normalizer normalizer,
        Samples samples,
        SampleReading reading,
        List<SampleRecord> records) {

    /** @throws RuntimeException when the folder cannot be read, its mappings do not compile, or a sample cannot be listed */
    static Subject of(ChannelFolder folder) {
        ChannelManifest manifest = folder.manifest();
        Normalizer normalizer = Normalizer.of(folder, manifest);
        Samples samples = Samples.of(folder, manifest);
        SampleReading reading = new SampleReading(folder, manifest, samples.context());
        List<SampleRecord> records = samples.all().stream()
                .flatMap(sample -> reading.read(sample).stream())
                .toList();
        return new Subject(folder, manifest, normalizer, samples, reading, records);
    }

    String channel() {
        return folder.name();
    }

    /** Empty for a till's database and for events that are sent to us. */
    Optional<ApiManifest> api() {
        return manifest instanceof ApiManifest api ? Optional.of(api) : Optional.empty();
    }

    /** The readable records of a stream. */
    List<SampleRecord> records(String stream) {
        return records.stream()
                .filter(SampleRecord::readable)
                .filter(record -> record.stream().equals(stream))
                .toList();
    }
}
