package io.unifiedcommerce.quickstart.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.quickstart.stack.ConnectWorker;
import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.ProjectRoot;
import io.unifiedcommerce.quickstart.stack.Stack;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped configuration is accepted by a worker that has nothing but the packaged archives. */
class ConfigExamplesIT {

    private static final Distribution DISTRIBUTION = Distribution.under(ProjectRoot.path());

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Z0-9_]+)}");

    private static Platforms platforms;
    private static Stack stack;
    private static Map<String, String> known;
    private static ConnectWorker worker;

    @BeforeAll
    static void startWorker(@TempDir Path directory) {
        platforms = Platforms.start(1);
        platforms.clock().open();
        stack = Stack.start(DISTRIBUTION.runtimes(), directory);
        known = new Environment(platforms).variables(stack.broker().bootstrapServers(), stack.till());
        Map<String, String> variables = new HashMap<>();
        ConnectorExample.in(DISTRIBUTION.configExamples())
                .values()
                .forEach(example -> variablesOf(example).forEach(name -> variables.put(name, anyValue(name))));
        variables.putAll(known);
        worker = stack.startWorker(DISTRIBUTION.pluginArchives(), variables);
    }

    @AfterAll
    static void stopWorker() {
        if (stack != null) {
            stack.close();
        }
        platforms.close();
    }

    static Stream<String> names() {
        return ConnectorExample.in(DISTRIBUTION.configExamples()).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theWorkerFindsNoErrorIn(String name) {
        ConnectorExample example =
                ConnectorExample.in(DISTRIBUTION.configExamples()).get(name);
        Map<String, String> configuration = new HashMap<>(example.configuration());
        if (!known.keySet().containsAll(variablesOf(example))) {
            // No such platform runs here: everything is checked but whether it takes the credentials.
            configuration.put("validate.live", "false");
        }
        assertThat(worker.rest().validate(name, configuration)).isEmpty();
    }

    private static List<String> variablesOf(ConnectorExample example) {
        return example.configuration().values().stream()
                .flatMap(value -> VARIABLE.matcher(value).results())
                .map(found -> found.group(1))
                .toList();
    }

    /** A value of the shape that the variable's name tells. */
    private static String anyValue(String variable) {
        if (variable.endsWith("_URL")) {
            return "https://platform.example";
        }
        return variable.endsWith("_PORT") || variable.endsWith("_ID") ? "8085" : "any";
    }
}
