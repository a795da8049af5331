package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ChannelManifest.MappedStream;
import io.unifiedcommerce.channel.mapping.MappingPlan;
import io.unifiedcommerce.channel.mapping.Normalizer;
import io.unifiedcommerce.model.ConnectSchemas;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Shows where each field of the unified events comes from. */
@Command(
        name = "lineage",
        description = {
            "Shows for each mapped stream: target field <- paths in the platform's record.",
            "Paths of conditions are among them. A slash in front starts at the record. Constants have no path."
        })
final class LineageCommand extends FolderCommand {
    @Option(names = "--stream", description = "Only this stream.")
    private String only;

    @Override
    int run(ChannelFolder folder) {
        Map<String, MappedStream> streams = folder.manifest().mappedStreams();
        if (only != null && !streams.containsKey(only)) {
            throw usage("unknown stream '" + only + "'; mapped are " + String.join(", ", streams.keySet()));
        }
        Normalizer.of(folder, folder.manifest()).plans().forEach((stream, plan) -> {
            if (only == null || only.equals(stream)) {
                print(streams.get(stream), plan);
            }
        });
        return ExitCode.OK;
    }

    private void print(MappedStream stream, MappingPlan plan) {
        out().println(plan.entity().entityName() + "  (stream " + stream.stream() + ", " + stream.mapping() + ")");
        Map<String, List<String>> lineage = plan.fieldLineage();
        int width = lineage.keySet().stream().mapToInt(String::length).max().orElse(0);
        lineage.forEach((target, paths) -> out().println("  " + target + " ".repeat(width - target.length()) + "  <- "
                + (paths.isEmpty() ? "(constant)" : String.join(", ", paths))));
        String unmapped = ConnectSchemas.of(plan.entity()).fields().stream()
                .map(Field::name)
                .filter(field -> !field.equals("envelope") && !plan.lineage().containsKey(field))
                .collect(Collectors.joining(", "));
        if (!unmapped.isEmpty()) {
            out().println("  not mapped: " + unmapped);
        }
    }
}
