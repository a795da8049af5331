package io.unifiedcommerce.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.http.ChannelException.BrokenContract;
import org.junit.jupiter.api.Test;

class BulkShapeTest {

    @Test
    void findsConnectionsWhateverStandsAround() {
        BulkShape shape = BulkShape.of("""
                # products { edges { node { x } } }
                query Bulk {
                  orders(query: "a: { edges { node {", sortKey: ID) {
                    edges { node { id customer { id } lines: lineItems(first: 3) { edges { node { id
                      duties { edges { node { id } } } } } }
                      fulfillments { id }
                      discountApplications @include(if: true) { edges { node { index } } } } } } }
                """);
        assertThat(shape.connections()).containsOnlyKeys("lines", "discountApplications");
        assertThat(shape.connections().get("lines").connections()).containsOnlyKeys("duties");
    }

    @Test
    void tellsAChildsFieldByTheTypeInItsId() {
        BulkShape shape = BulkShape.of(
                "{ products { edges { node { variants { edges { node { id } } } media { edges { node { id } } } } } } }");
        assertThat(shape.keyOf("gid://shopify/ProductVariant/1")).isEqualTo("variants");
        assertThatThrownBy(() -> shape.keyOf("gid://shopify/Metafield/1"))
                .isInstanceOf(BrokenContract.class)
                .hasMessageContaining("Metafield");
        assertThatThrownBy(() -> shape.keyOf(null)).isInstanceOf(BrokenContract.class);
    }

    @Test
    void theOnlyConnectionNeedsNoId() {
        BulkShape shape = BulkShape.of("{ orders { edges { node { id lineItems { edges { node { sku } } } } } } }");
        assertThat(shape.keyOf(null)).isEqualTo("lineItems");
    }

    @Test
    void refusesWhatIsNoBulkQuery() {
        assertThatThrownBy(() -> BulkShape.of("{ orders { nodes { id } } }"))
                .isInstanceOf(BrokenContract.class)
                .hasMessageContaining("edges");
        assertThatThrownBy(() -> BulkShape.of("{ orders { edges { node { ...F } } } } fragment F on Order { id }"))
                .isInstanceOf(BrokenContract.class)
                .hasMessageContaining("without fragments");
    }
}
