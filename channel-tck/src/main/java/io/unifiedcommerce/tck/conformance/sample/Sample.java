package io.unifiedcommerce.tck.conformance.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One recorded page of a channel folder: {@code samples/<stream>/<name>.page.json} and the files beside it.
 *
 * @param stream name of the listed stream
 * @param page body of the answer to the stream's request; of a till's database one assembled record, or a list of them
 * @param enrichments bodies of the answers to the stream's enrich requests: by the enrichment's {@code into}, then by the id of
 *     the record that asks
 * @param lookups records that look-ups find, by the look-up's {@code into}
 * @param slices body of the answer to the request that lists the stream's slices; null when there is none
 * @param expected text of the file with the expected events; empty when there is none
 */
public record Sample(
        String stream,
        String name,
        Object page,
        Map<String, Map<String, Object>> enrichments,
        Map<String, List<Object>> lookups,
        Object slices,
        Optional<String> expected) {

    static final String PAGE = ".page.json";
    static final String XML_PAGE = ".page.xml";
    static final String EXPECTED = ".expected.json";
    static final String SLICES = ".slices.json";

    /** The file with the expected events, relative to the folder. */
    public String expectedFile() {
        return base() + EXPECTED;
    }

    String base() {
        return "samples/" + stream + "/" + name;
    }

    @Override
    public String toString() {
        return stream + "/" + name;
    }
}
