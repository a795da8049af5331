package io.unifiedcommerce.quickstart.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.quickstart.platform.ShopPlatform;
import io.unifiedcommerce.quickstart.stack.ConnectWorker;
import io.unifiedcommerce.quickstart.stack.Distribution;
import io.unifiedcommerce.quickstart.stack.ProjectRoot;
import io.unifiedcommerce.quickstart.stack.Stack;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped configuration is accepted by a worker that has nothing but the packaged archives. */
class ConfigExamplesIT {

    private static final Distribution DISTRIBUTION = Distribution.under(ProjectRoot.path());

    private static Platforms platforms;
    private static Stack stack;
    private static Map<String, String> known;
    private static ConnectWorker worker;

    @BeforeAll
    static void startWorker(@TempDir Path directory) {
        Map<String, ConnectorExample> examples = ConnectorExample.in(DISTRIBUTION.configExamples());
        platforms = Platforms.start(ShopPlatform.all(), examples, 1);
        platforms.clock().open();
        stack = Stack.start(DISTRIBUTION.runtimes(), directory);
        Environment environment = new Environment(stack.broker().bootstrapServers());
        platforms.stores().forEach(environment::add);
        environment.add(Till.channel(examples).source(), stack.till());
        known = environment.variables();
        Map<String, String> variables = new HashMap<>();
        examples.values().forEach(example -> example.variables().forEach(name -> variables.put(name, anyValue(name))));
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
        Map<String, String> more = new HashMap<>(additions(name));
        if (!known.keySet().containsAll(example.variables())) {
            // No such platform runs here: everything is checked but whether it takes the credentials.
            more.put("validate.live", "false");
        }
        assertThat(worker.rest().validate(name, example.with(more).configuration()))
                .isEmpty();
    }

    /** What leads a connector to the platform that runs here instead of the real one. */
    private static Map<String, String> additions(String name) {
        return platforms.stores().stream()
                .filter(store -> name.startsWith(store.platform().channel() + "-"))
                .findFirst()
                .map(store -> store.running().additions())
                .orElse(Map.of());
    }

    /** A value of the shape that the variable's name tells. */
    private static String anyValue(String variable) {
        if (variable.endsWith("_URL")) {
            return "https://platform.example";
        }
        return variable.endsWith("_PORT") || variable.endsWith("_ID") ? "8085" : "any";
    }
}
