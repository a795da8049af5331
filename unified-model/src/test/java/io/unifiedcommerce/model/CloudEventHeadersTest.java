package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

class CloudEventHeadersTest {

    @Test
    void copiesTheEnvelope() {
        Envelope envelope = Envelope.newBuilder(Samples.envelope(Entity.ORDER))
                .setCorrelationId("1001")
                .setCausationId("cause")
                .setOrigin(Origin.newBuilder()
                        .setSystem("HUB")
                        .setPushId("P1")
                        .setLedgerVersion(9L)
                        .build())
                .setRawRef("commerce.raw.shopify/3/42")
                .build();

        assertThat(CloudEventHeaders.of(envelope))
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", EventIds.of("shop-de", Entity.ORDER, "1001", "7")),
                        entry("ce_type", "commerce.order.updated.v1"),
                        entry("ce_source", "/tenants/acme/channels/shopify/shop-de"),
                        entry("ce_subject", "1001"),
                        entry("ce_time", "2026-11-20T15:02:11.000Z"),
                        entry("ce_dataschema", "urn:commerce:order:1-0"),
                        entry("ce_sequence", "7"),
                        entry("ce_recordedtime", "2026-11-20T15:02:11.250Z"),
                        entry("ce_correlationid", "1001"),
                        entry("ce_causationid", "cause"),
                        entry("ce_dataref", "commerce.raw.shopify/3/42"),
                        entry("ce_origin", "HUB"),
                        entry("ce_pushid", "P1"),
                        entry("ce_ledgerversion", "9"));
    }

    @Test
    void leavesOutWhatIsNull() {
        assertThat(CloudEventHeaders.of(Samples.envelope(Entity.ORDER)))
                .doesNotContainKeys("ce_correlationid", "ce_causationid", "ce_dataref", "ce_origin");
    }

    @Test
    void readsMapsAndLeavesOutWhatIsEmpty() {
        Map<String, Object> envelope = Map.of("event_id", "E1", "entity_id", "", "occurred_at", 1_000L);

        assertThat(CloudEventHeaders.of(envelope))
                .containsEntry("ce_id", "E1")
                .containsEntry("ce_time", "1970-01-01T00:00:01.000Z")
                .doesNotContainKeys("ce_subject", "ce_recordedtime");
    }

    @Test
    void refusesWhatIsNoEnvelope() {
        assertThatThrownBy(() -> CloudEventHeaders.of("envelope")).isInstanceOf(ModelException.class);
    }

    @Provide
    Arbitrary<SpecificRecord> orders() {
        return RandomRecords.of(Entity.ORDER);
    }

    @Property(tries = 200)
    void writesTheSameForAStructAndAlwaysAUri(@ForAll("orders") SpecificRecord order) {
        Struct struct = Structs.of(Entity.ORDER, order);

        assertThat(CloudEventHeaders.of(struct.get("envelope"))).isEqualTo(CloudEventHeaders.of(order.get(0)));
        assertThat(URI.create(CloudEventHeaders.of(order.get(0)).get("ce_source")))
                .hasNoQuery()
                .hasNoFragment();
    }
}
