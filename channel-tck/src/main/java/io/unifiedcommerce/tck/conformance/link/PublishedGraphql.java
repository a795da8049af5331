package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.tck.fake.contract.PublishedContracts;
import io.unifiedcommerce.tck.fake.contract.ShopifyContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** A published schema, which is read when the first document is judged, for that takes seconds. */
final class PublishedGraphql implements ApiContract.OfDocuments {
    private final String name;
    private final String file;
    private ShopifyContract contract;

    /** @param file its place below the folder of published contracts */
    PublishedGraphql(String name, String file) {
        this.name = name;
        this.file = file;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> unavailable() {
        return PublishedContracts.find(file).isPresent()
                ? Optional.empty()
                : Optional.of(file + " is not at hand; name its folder by the system property contracts.dir");
    }

    @Override
    public List<String> problems(String document) {
        return contract().problems(document);
    }

    private synchronized ShopifyContract contract() {
        try {
            if (contract == null) {
                contract = ShopifyContract.of(PublishedContracts.find(file).orElseThrow());
            }
            return contract;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
