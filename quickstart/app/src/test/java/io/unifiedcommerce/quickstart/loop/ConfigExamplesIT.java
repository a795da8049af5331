package io.unifiedcommerce.quickstart.loop;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** What the examples beside the quickstart's need; no platform is asked with them. */
    private static final Map<String, String> VARIABLES_OF_OTHERS =
            Map.of("META_DATASET_ID", "1234567890", "META_ACCESS_TOKEN", "none");

    private static Platforms platforms;
    private static Stack stack;
    private static ConnectWorker worker;

    @BeforeAll
    static void startWorker(@TempDir Path directory) {
        platforms = Platforms.start(1);
        platforms.clock().open();
        stack = Stack.start(DISTRIBUTION.runtimes(), directory);
        Map<String, String> variables = new HashMap<>(VARIABLES_OF_OTHERS);
        variables.putAll(new Environment(platforms).variables(stack.broker().bootstrapServers(), stack.till()));
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
        assertThat(worker.rest().validate(name, example.configuration())).isEmpty();
    }
}
