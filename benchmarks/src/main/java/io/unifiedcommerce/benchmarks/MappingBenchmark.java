package io.unifiedcommerce.benchmarks;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.folder.ChannelFolders;
import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.mapping.MappingException;
import io.unifiedcommerce.channel.mapping.Normalizer;
import io.unifiedcommerce.tck.conformance.sample.SampleOrigin;
import io.unifiedcommerce.tck.conformance.sample.SampleReading;
import io.unifiedcommerce.tck.conformance.sample.SampleRecord;
import io.unifiedcommerce.tck.conformance.sample.Samples;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What a platform's mappings cost: its parsed sample records, one after the other, into unified events, on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@Threads(1)
public class MappingBenchmark {

    @Param("shopify")
    public String channel;

    private Normalizer normalizer;
    private List<SampleRecord> records;
    private int next;

    /** Runs it for every platform. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(MappingBenchmark.class.getName())
                        .param("channel", ChannelFolders.builtIn().names().toArray(String[]::new))
                        .build())
                .run();
    }

    @Setup
    public void read() {
        ChannelFolder folder = ChannelFolders.builtIn().named(channel);
        ChannelManifest manifest = folder.manifest();
        normalizer = Normalizer.of(folder, manifest);
        Samples samples = Samples.of(folder, manifest);
        SampleReading reading = new SampleReading(folder, manifest, samples.context());
        records = samples.all().stream()
                .flatMap(sample -> reading.read(sample).stream())
                .filter(SampleRecord::readable)
                .toList();
    }

    @Benchmark
    public Object normalise() {
        next = next + 1 == records.size() ? 0 : next + 1;
        return normalise(records.get(next));
    }

    /** A record at fault is a part of real streams, too. */
    private Object normalise(SampleRecord record) {
        try {
            return normalizer.normalize(
                    record.value(), SampleOrigin.of(channel, record.stream(), record.captureMode()));
        } catch (MappingException fault) {
            return fault;
        }
    }
}
