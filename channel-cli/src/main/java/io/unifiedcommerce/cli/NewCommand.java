package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.tck.conformance.KitRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a channel's folder that passes {@code check} as it is. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a channel's folder of four files: manifest, mapping, a sample page and its expected event.",
            "It passes 'check' as it is. Then replace the sample by an answer of the platform, and go on from there."
        })
final class NewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Name of the channel: small letters, digits and dashes.")
    private String name;

    @Option(names = "--in", paramLabel = "DIR", description = "Where the folder is made (${DEFAULT-VALUE}).")
    private final Path parent = Path.of(".");

    @Option(names = "--title", description = "The platform's name, as its maker writes it; NAME when left out.")
    private String title;

    @Option(names = "--stream", defaultValue = "orders", description = "Name of the first stream (${DEFAULT-VALUE}).")
    private String stream;

    @Option(names = "--entity", defaultValue = "order", description = "Unified entity it becomes (${DEFAULT-VALUE}).")
    private String entity;

    @Option(names = "--path", description = "Path of its listing in the API; /<stream> when left out.")
    private String path;

    @Option(
            names = "--auth",
            defaultValue = "header",
            description = "Credentials: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Scaffold.Auth auth;

    @Option(
            names = "--paging",
            defaultValue = "number",
            description = "How pages follow one another: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Scaffold.Paging paging;

    @Option(
            names = "--cursor",
            defaultValue = "time",
            description =
                    "How changes are found: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}). A scan reads all each time.")
    private Scaffold.Cursor cursor;

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw usage("'" + name + "' is no name of a channel: use small letters, digits and dashes");
        }
        Path folder = parent.resolve(name);
        if (Files.exists(folder)) {
            throw usage(folder + " is there already");
        }
        Scaffold scaffold = new Scaffold(
                name,
                title == null ? name : title,
                stream,
                mapping(),
                path == null ? "/" + stream : path,
                auth,
                paging,
                cursor,
                Schemas.seenFrom(folder.toAbsolutePath().normalize()));
        PrintWriter out = spec.commandLine().getOut();
        for (Map.Entry<String, String> file : scaffold.files().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
            out.println("made  " + target);
        }
        ChannelFolder made = ChannelFolder.directory(folder.toAbsolutePath().normalize());
        KitRun.writing(made);
        ExpectedFiles.of(made).forEach(file -> out.println("made  " + folder.resolve(file)));
        out.println("next: ./channel.sh check " + folder);
        return ExitCode.OK;
    }

    private MappingScaffold mapping() {
        List<String> names =
                Arrays.stream(Entity.values()).map(Entity::entityName).toList();
        if (!names.contains(entity)) {
            throw usage("unknown entity '" + entity + "'; " + NearestName.hint(entity, names));
        }
        return new MappingScaffold(Entity.ofName(entity));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
