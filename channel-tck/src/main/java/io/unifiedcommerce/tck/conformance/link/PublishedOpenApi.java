package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.tck.fake.HttpCall;
import io.unifiedcommerce.tck.fake.contract.OpenApiContract;
import io.unifiedcommerce.tck.fake.contract.PublishedContracts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Published OpenAPI documents. */
final class PublishedOpenApi implements ApiContract.OfRequests {
    private static final String VALIDATOR = "com.atlassian.oai.validator.OpenApiInteractionValidator";

    private final String name;
    private final String folder;
    private final Function<Path, OpenApiContract> reader;
    private OpenApiContract contract;

    /**
     * @param folder its place below the folder of published contracts
     * @param reader makes the contract of that folder
     */
    PublishedOpenApi(String name, String folder, Function<Path, OpenApiContract> reader) {
        this.name = name;
        this.folder = folder;
        this.reader = reader;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> unavailable() {
        if (PublishedContracts.find(folder).isEmpty()) {
            return Optional.of(folder + " is not at hand; name its folder by the system property contracts.dir");
        }
        try {
            Class.forName(VALIDATOR, false, getClass().getClassLoader());
            return Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.of("add the optional dependency swagger-request-validator-core to judge requests");
        }
    }

    @Override
    public List<String> problems(HttpCall request) {
        return contract().problems(request);
    }

    private synchronized OpenApiContract contract() {
        if (contract == null) {
            contract = reader.apply(PublishedContracts.find(folder).orElseThrow());
        }
        return contract;
    }
}
