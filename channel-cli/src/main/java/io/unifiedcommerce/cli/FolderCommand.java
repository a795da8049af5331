package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.Problem;
import io.unifiedcommerce.channel.mapping.FolderProblems;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command about one channel's folder. It goes on only where manifest and mappings have no problem, and tells all otherwise. */
abstract class FolderCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The channel's folder, which holds channel.yaml.")
    private Path directory;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public final Integer call() throws Exception {
        if (!Files.isRegularFile(directory.resolve(ChannelFolder.MANIFEST))) {
            throw usage("no " + ChannelFolder.MANIFEST + " in " + directory
                    + "; give a channel's folder, or make one with" + " 'new'");
        }
        ChannelFolder folder =
                ChannelFolder.directory(directory.toAbsolutePath().normalize());
        List<Problem> problems = FolderProblems.of(folder);
        if (!problems.isEmpty()) {
            new ProblemList(folder, directory).print(problems, out());
            return ExitCode.SOFTWARE;
        }
        return run(folder);
    }

    /** Does the work with a folder whose manifest and mappings can be used; gives the exit code. */
    abstract int run(ChannelFolder folder) throws Exception;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
