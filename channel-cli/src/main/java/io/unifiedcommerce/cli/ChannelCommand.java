package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.ManifestException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command for authors of channels. Exit codes: 0 all is well, 1 something was found wrong, 2 wrong usage. */
@Command(
        name = "channel.sh",
        mixinStandardHelpOptions = true,
        description = "Makes, checks and tries channel folders. docs/add-a-channel.md walks through it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:something was found wrong", "2:wrong usage"},
        subcommands = {
            NewCommand.class,
            CheckCommand.class,
            TryCommand.class,
            LineageCommand.class,
            TestCommand.class,
            ServeCommand.class,
            HelpCommand.class
        })
public final class ChannelCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs the command and ends the virtual machine with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .execute(args));
    }

    /** @param out takes what is told; faults of usage go to the standard error stream */
    static CommandLine commandLine(PrintWriter out) {
        return new CommandLine(new ChannelCommand())
                .setOut(out)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(ChannelCommand::failed);
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof ChannelException
                || failure instanceof ManifestException
                || failure instanceof RefusedRequestException) {
            command.getOut().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do");
    }
}
