package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.tck.conformance.KitRun;
import picocli.CommandLine.Command;

/** Runs the conformance kit. */
@Command(
        name = "test",
        description = {
            "Runs the conformance kit: all rules of docs/samples.md.",
            "Rules that need a simulated platform of this channel are shown as skipped."
        })
final class TestCommand extends FolderCommand {
    @Override
    int run(ChannelFolder folder) {
        return new KitReport(out()).print(KitRun.of(folder));
    }
}
