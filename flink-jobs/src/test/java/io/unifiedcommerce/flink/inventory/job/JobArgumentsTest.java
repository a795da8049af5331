package io.unifiedcommerce.flink.inventory.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobArgumentsTest {

    @Test
    void needsABrokerAndAConfiguration() {
        JobArguments arguments = JobArguments.of("--bootstrap-servers", "kafka:9092", "--config", "ledger.yaml");

        assertThat(arguments.config()).isEqualTo(Path.of("ledger.yaml"));
        assertThat(arguments.topicPrefix()).isEqualTo("commerce");
        assertThat(arguments.checkpointInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(arguments.isExactlyOnce()).isFalse();
        assertThatThrownBy(() -> JobArguments.of("--config", "ledger.yaml")).hasMessage("--bootstrap-servers: missing");
        assertThatThrownBy(() -> JobArguments.of("--bootstrap-servers", "kafka:9092"))
                .hasMessage("--config: missing");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> of("--topic-prefx", "x")).hasMessageStartingWith("--topic-prefx: no such argument");
        assertThatThrownBy(() -> of("--delivery", "sometimes"))
                .hasMessage("--delivery: must be one of at-least-once, exactly-once");
        assertThatThrownBy(() -> of("--checkpoint-interval", "10"))
                .hasMessage("--checkpoint-interval: must be an ISO 8601 duration such as PT10S");
    }

    @Test
    void passesSettingsToTheKafkaClients() {
        assertThat(of("--kafka.security.protocol", "SASL_SSL").kafkaProperties())
                .containsOnly(Map.entry("security.protocol", "SASL_SSL"));
    }

    private static JobArguments of(String name, String value) {
        return JobArguments.of("--bootstrap-servers", "kafka:9092", "--config", "ledger.yaml", name, value);
    }
}
