package io.unifiedcommerce.tck.fake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.RecordedCall;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SapCommerceContractTest {
    private static final String EXPORT = "/occ/v2/electronics/export/products";

    private final Optional<Path> folder = PublishedContracts.find("sap-commerce");

    @BeforeEach
    void theDescriptionIsAtHand() {
        assumeThat(folder).isPresent();
    }

    @Test
    void allowsTheExportOfProducts() {
        assertThat(problems(Map.of("currentPage", List.of("0"), "pageSize", List.of("100")), "{\"products\": []}"))
                .isEmpty();
    }

    @Test
    void findsPlantedMistakes() {
        assertThat(problems(Map.of("currentPage", List.of("first")), "{\"products\": []}"))
                .as("a page that is no number")
                .isNotEmpty();
        assertThat(problems(Map.of(), "{\"products\": [{\"code\": 7}]}"))
                .as("a code that is no text")
                .isNotEmpty();
        assertThat(SapCommerceContract.of(folder.orElseThrow())
                        .problems(call("/occ/v2/electronics/everything", Map.of())))
                .as("a resource that does not exist")
                .isNotEmpty();
    }

    private List<String> problems(Map<String, List<String>> query, String answer) {
        HttpCall call = call(EXPORT, query);
        return SapCommerceContract.of(folder.orElseThrow())
                .problems(new RecordedCall(
                        Instant.EPOCH,
                        call,
                        Optional.of(HttpAnswer.text(200, "application/json", answer)),
                        Optional.empty()));
    }

    private static HttpCall call(String path, Map<String, List<String>> query) {
        return new HttpCall(
                "GET", path, query, Map.of("accept", "application/json", "authorization", "Bearer t"), new byte[0]);
    }
}
