package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.config.ChannelDefinition;
import io.unifiedcommerce.channel.config.ChannelKeys;
import io.unifiedcommerce.channel.config.ChannelValidation;
import io.unifiedcommerce.channel.config.CredentialCheck;
import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.http.OkHttpChannelClient;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.channel.read.StartTime;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Reads a little from a live endpoint, by the engine of the connectors, and shows the unified events. */
@Command(
        name = "try",
        description = {
            "Reads a little from a live endpoint and shows the unified events.",
            "Changes nothing there: it sends GET requests and GraphQL queries only. Nothing goes to Kafka."
        })
final class TryCommand extends FolderCommand {
    private static final Duration CHECK = Duration.ofSeconds(5);
    private static final int MOST_REQUESTS = 200;
    private static final int DAYS = 30;

    @Option(
            names = {"-o", "--option"},
            paramLabel = "KEY=VALUE",
            description =
                    "An option of the manifest, such as its address and credentials. Others can see it in the list of"
                            + " processes; secrets are better kept in a file.")
    private final Map<String, String> options = new LinkedHashMap<>();

    @Option(
            names = "--options",
            paramLabel = "FILE",
            description = "A file of options, one KEY=VALUE a line (Java properties).")
    private Path file;

    @Option(
            names = {"-s", "--stream"},
            split = ",",
            paramLabel = "STREAM",
            description = "Streams to read; all that are read by default when left out.")
    private final List<String> streams = List.of();

    @Option(
            names = {"-n", "--limit"},
            defaultValue = "3",
            description = "Records to show of each listing (${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--start",
            description =
                    "beginning, a date, or an instant: what changed since then is read. 30 days ago when left out.")
    private String start;

    @Option(names = "--raw", description = "Show the platform's own record, too. It may hold personal data.")
    private boolean raw;

    @Option(
            names = "--allow-post",
            description =
                    "Send requests by other methods, too: the platform reads by POST. Look at the manifest first.")
    private boolean post;

    @Override
    int run(ChannelFolder folder) throws IOException {
        if (!(folder.manifest() instanceof ApiManifest manifest)) {
            throw usage("only a platform's API can be tried; this channel is of another kind");
        }
        ChannelValidation validation =
                ChannelDefinition.ofAnyChannel(new ConfigDef()).validate(props(folder));
        Set<String> wanted = new LinkedHashSet<>(streams);
        validation.config().ifPresent(config -> {
            chooseStreams(config, wanted);
            new CredentialCheck(TryCommand::onceOnly, CHECK).run(config, wanted, List.of(), List.of(), validation);
        });
        List<ConfigValue> faults = validation.result().configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .toList();
        if (!faults.isEmpty()) {
            faults.forEach(fault -> out().println(fault.name() + ": " + String.join("; ", fault.errorMessages())));
            return ExitCode.SOFTWARE;
        }
        return read(validation.config().orElseThrow(), wanted);
    }

    private Map<String, String> props(ChannelFolder folder) throws IOException {
        Map<String, String> props = new LinkedHashMap<>();
        if (file != null) {
            Properties given = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                given.load(reader);
            }
            given.stringPropertyNames().forEach(key -> props.put(key, given.getProperty(key)));
        }
        props.putAll(options);
        props.put(ChannelKeys.CHANNEL, folder.name());
        props.put(
                ChannelKeys.FOLDERS, folder.location().orElseThrow().getParent().toString());
        props.putIfAbsent(ChannelKeys.INSTANCE, "try");
        // Whoever waits for the answer would rather be told than wait out a short outage.
        props.putIfAbsent("http.retry.timeout.ms", "10000");
        return props;
    }

    private void chooseStreams(ChannelConfig config, Set<String> wanted) {
        Set<String> known = config.manifest().mappedStreams().keySet();
        wanted.stream().filter(stream -> !known.contains(stream)).findFirst().ifPresent(stream -> {
            throw usage("unknown stream '" + stream + "'; " + NearestName.hint(stream, known));
        });
        if (wanted.isEmpty()) {
            known.stream()
                    .filter(stream -> config.manifest().streams().get(stream).chosenBy(config.options()))
                    .forEach(wanted::add);
        }
    }

    private static OkHttpChannelClient onceOnly(ChannelConfig config) {
        return OkHttpChannelClient.open(
                config.manifest(),
                config.folder(),
                config.options(),
                config.transport().onceWithin(CHECK));
    }

    private int read(ChannelConfig config, Set<String> wanted) {
        Clock clock = Clock.systemUTC();
        StartTime from = start == null
                ? new StartTime(StartTime.Kind.AT, clock.instant().minus(DAYS, ChronoUnit.DAYS))
                : startTime();
        try (ReadOnlyClient client = new ReadOnlyClient(
                OkHttpChannelClient.open(config.manifest(), config.folder(), config.options(), config.transport()),
                config.folder(),
                post,
                MOST_REQUESTS)) {
            EventPrinter printer = new EventPrinter(config, raw, out(), clock);
            new Trial(config, client, from, limit, clock, printer).read(wanted);
            out().println(printer.summary() + " (" + client.requests() + " requests)");
            if (printer.records() == 0) {
                out().println("Nothing changed in that time; try --start beginning");
            }
            return printer.deadLetters() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private StartTime startTime() {
        try {
            return StartTime.parse(start);
        } catch (IllegalArgumentException e) {
            throw usage("--start: " + e.getMessage());
        }
    }
}
