package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventIdsTest {

    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /** The first is the example of RFC 9562, appendix A.4; the second that of Python's uuid module. */
    @ParameterizedTest
    @CsvSource({
        "www.example.com, 2ed6657d-e927-568b-95e1-2665a8aea6a2",
        "python.org, 886313e1-3b8a-5372-9b90-0c9aee199e5d"
    })
    void agreesWithPublishedVectors(String name, UUID id) {
        assertThat(EventIds.version5(DNS, name)).isEqualTo(id);
    }

    @Test
    void nameSpaceIsDerivedAsDocumented() {
        assertThat(EventIds.version5(URL, "urn:unifiedcommerce:event")).isEqualTo(EventIds.NAMESPACE);
    }

    /** Written out: ids of events already in Kafka must stay what they are. */
    @Test
    void neverChanges() {
        assertThat(EventIds.of("shop-de", Entity.ORDER, "1001", "00000000000000000007"))
                .isEqualTo("856c0683-f0d2-53e1-b04e-b3c2e50603e9");
    }

    @Test
    void differsWithEachPart() {
        assertThat(new String[] {
                    EventIds.of("shop-de", Entity.ORDER, "1", "2"),
                    EventIds.of("shop-fr", Entity.ORDER, "1", "2"),
                    EventIds.of("shop-de", Entity.REFUND, "1", "2"),
                    EventIds.of("shop-de", Entity.ORDER, "1|2", ""),
                    EventIds.of("shop-de", Entity.ORDER, "1", "3")
                })
                .doesNotHaveDuplicates();
    }
}
