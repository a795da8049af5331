package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Serves a folder's samples, to try the folder without the platform. */
@Command(
        name = "serve",
        description = {
            "Serves the samples of REST listings on this machine, to try a folder without the platform.",
            "Filters are ignored; all samples of a stream are one page."
        })
final class ServeCommand extends FolderCommand {
    @Option(names = "--port", defaultValue = "8089", description = "Port on 127.0.0.1 (${DEFAULT-VALUE}); 0 for any.")
    private int port;

    @Option(
            names = {"-o", "--option"},
            paramLabel = "KEY=VALUE",
            description =
                    "Credentials to insist on, by the manifest's options; any of the right kind do when left out.")
    private final Map<String, String> options = new LinkedHashMap<>();

    @Override
    int run(ChannelFolder folder) throws IOException, InterruptedException {
        if (!(folder.manifest() instanceof ApiManifest manifest)) {
            throw usage("only a platform's API is served; this channel is of another kind");
        }
        try (SampleServer server = SampleServer.start(folder, manifest, options, port)) {
            out().println("Serving the samples of " + folder.name() + " at " + server.uri() + "; end it with Ctrl-C");
            server.paths().forEach(path -> out().println("  GET " + path));
            new CountDownLatch(1).await();
            return ExitCode.OK;
        }
    }
}
