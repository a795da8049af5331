package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.tck.conformance.KitRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells everything that is wrong with manifest, mappings and samples. */
@Command(
        name = "check",
        description = {
            "Checks manifest, mappings and samples, and tells all problems at once.",
            "Samples are read by the engine of the connectors, mapped, and compared with the expected events."
        })
final class CheckCommand extends FolderCommand {
    @Option(
            names = "--write",
            description =
                    "Write the files of expected events first. Review the difference afterwards: they are what the"
                            + " mapping makes, right or wrong.")
    private boolean write;

    @Override
    int run(ChannelFolder folder) {
        if (write) {
            KitRun.writing(folder);
            ExpectedFiles.of(folder).forEach(file -> out().println("wrote " + file));
        }
        return new KitReport(out()).print(KitRun.ofSamples(folder));
    }
}
