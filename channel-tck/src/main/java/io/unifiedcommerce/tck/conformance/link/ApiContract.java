package io.unifiedcommerce.tck.conformance.link;

import io.unifiedcommerce.tck.fake.HttpCall;
import java.util.List;
import java.util.Optional;

/** What a platform publishes about its API, as a judge of what a channel sends. */
public sealed interface ApiContract permits ApiContract.OfDocuments, ApiContract.OfRequests {

    /** What it is, such as "Admin API 2026-07, published schema". */
    String name();

    /** Why it cannot judge here, such as a file that is not at hand; empty when it can. */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /** Judges the GraphQL documents of a channel's folder. */
    non-sealed interface OfDocuments extends ApiContract {

        /** What is wrong with a document; empty when the contract allows it. */
        List<String> problems(String document);
    }

    /** Judges the requests that a channel sends. */
    non-sealed interface OfRequests extends ApiContract {

        /** What is wrong with a request; empty when the contract allows it. */
        List<String> problems(HttpCall request);
    }
}
