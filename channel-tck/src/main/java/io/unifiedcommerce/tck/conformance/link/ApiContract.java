package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.tck.fake.HttpCall;
import java.util.List;
import java.util.Optional;

/** What a platform publishes about its API, as a judge of what a channel sends. */
public interface ApiContract {

    /** What it is, such as "Admin API 2026-07, published schema". */
    String name();

    /** Why it cannot judge here, such as a document that is not at hand; empty when it can. */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /** What is wrong with a GraphQL document; empty when the contract allows it or is not of GraphQL. */
    default List<String> documentProblems(String document) {
        return List.of();
    }

    /** What is wrong with a request; empty when the contract allows it or tells nothing of requests. */
    default List<String> requestProblems(HttpCall request) {
        return List.of();
    }
}
