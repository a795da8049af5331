package io.unifiedcommerce.tck.fake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.unifiedcommerce.tck.fake.shop.Customer;
import io.unifiedcommerce.tck.fake.shop.CustomerProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersGraphqlTest {
    private static final String SET = """
            mutation U($identifier: CustomerSetIdentifiers, $input: CustomerSetInput!) {
              customerSet(identifier: $identifier, input: $input) {
                customer { id legacyResourceId tags firstName }
                userErrors { code field }
              }
            }
            """;

    private final Shopper shopper = new Shopper();
    private final Customer ines =
            shopper.store.shop().customers().create(CustomerProfile.of("ines.b@example.org", "Ines", "Bernard"));
    private final String gid = "gid://shopify/Customer/" + ines.id();

    @AfterEach
    void stop() {
        shopper.close();
    }

    private JsonNode set(Map<String, ?> identifier, Map<String, ?> input) throws Exception {
        return shopper.data(SET, Map.of("identifier", identifier, "input", input))
                .path("customerSet");
    }

    private Customer current() {
        return shopper.store.shop().customers().records().find(ines.id()).orElseThrow();
    }

    @Test
    void createsOrUpdatesByEmail() throws Exception {
        JsonNode updated =
                set(Map.of("email", "ines.b@example.org"), Map.of("email", "ines.b@example.org", "firstName", "Agnes"));
        JsonNode created = set(Map.of("email", "new@example.org"), Map.of("email", "new@example.org"));

        assertThat(updated.at("/customer/legacyResourceId").asLong()).isEqualTo(ines.id());
        assertThat(current().profile().firstName()).isEqualTo("Agnes");
        assertThat(current().profile().lastName()).isEqualTo("Bernard");
        assertThat(created.at("/customer/legacyResourceId").asLong()).isNotEqualTo(ines.id());
    }

    @Test
    void refusesAMismatchATakenEmailAndAnUnknownId() throws Exception {
        assertThat(set(Map.of("email", "ines.b@example.org"), Map.of("firstName", "Agnes"))
                        .at("/userErrors/0/code")
                        .asText())
                .isEqualTo("INPUT_MISMATCH");
        JsonNode other = set(Map.of("email", "new@example.org"), Map.of("email", "new@example.org"));
        assertThat(set(Map.of("id", other.at("/customer/id").asText()), Map.of("email", "INES.B@example.org"))
                        .at("/userErrors/0/code")
                        .asText())
                .isEqualTo("TAKEN");
        assertThat(set(Map.of("id", "gid://shopify/Customer/1"), Map.of("firstName", "X"))
                        .at("/userErrors/0/code")
                        .asText())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void addsAndRemovesTagsWithoutRegardToCaseButReplacesThemInASet() throws Exception {
        tags("tagsAdd", List.of("vip", "lyon, newsletter"));
        tags("tagsAdd", List.of("VIP"));
        tags("tagsRemove", List.of("Newsletter"));
        assertThat(current().tags()).containsExactly("vip", "lyon");

        set(Map.of("id", gid), Map.of("tags", List.of("only")));
        assertThat(current().tags()).containsExactly("only");
    }

    private void tags(String mutation, List<String> tags) throws Exception {
        shopper.data(
                "mutation T($id: ID!, $tags: [String!]!) { " + mutation
                        + "(id: $id, tags: $tags) { node { id } userErrors { message } } }",
                Map.of("id", gid, "tags", tags));
    }

    @Test
    void setsMetafieldsAllOrNoneWithCompareAndSet() throws Exception {
        String mutation = "mutation M($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) {"
                + " metafields { namespace key compareDigest } userErrors { code field } } }";
        Map<String, String> traits = Map.of(
                "ownerId", gid, "namespace", "$app:profile", "key", "traits", "type", "json", "value", "{\"a\":1}");
        Map<String, String> broken = Map.of("ownerId", gid, "namespace", "n", "key", "k", "type", "json", "value", "{");
        Map<String, String> stale = Map.of(
                "ownerId", gid, "namespace", "$app:profile", "key", "traits", "value", "{}", "compareDigest", "old");

        JsonNode none = shopper.data(mutation, Map.of("m", List.of(traits, broken)));
        assertThat(none.at("/metafieldsSet/userErrors/0/code").asText()).isEqualTo("INVALID_VALUE");
        assertThat(shopper.store.metafields(ines.id())).isEmpty();

        shopper.data(mutation, Map.of("m", List.of(traits)));
        assertThat(shopper.store.metafields(ines.id())).containsEntry("app--1001--profile.traits", "{\"a\":1}");
        assertThat(shopper.data(mutation, Map.of("m", List.of(stale)))
                        .at("/metafieldsSet/userErrors/0/code")
                        .asText())
                .isEqualTo("STALE_OBJECT");
        assertThat(shopper.data(
                                "{ customer(id: \"" + gid
                                        + "\") { metafield(namespace: \"$app:profile\", key: \"traits\") { value jsonValue } } }")
                        .at("/customer/metafield/jsonValue/a")
                        .asInt())
                .isEqualTo(1);
        shopper.data(
                "mutation D($m: [MetafieldIdentifierInput!]!) { metafieldsDelete(metafields: $m) {"
                        + " deletedMetafields { key } userErrors { message } } }",
                Map.of("m", List.of(Map.of("ownerId", gid, "namespace", "$app:profile", "key", "traits"))));
        assertThat(shopper.store.metafields(ines.id())).isEmpty();
    }

    @Test
    void wantsALevelForAConsent() throws Exception {
        String mutation = "mutation C($input: CustomerEmailMarketingConsentUpdateInput!) {"
                + " customerEmailMarketingConsentUpdate(input: $input) {"
                + " customer { defaultEmailAddress { marketingState } } userErrors { code } } }";

        JsonNode refused = shopper.data(
                mutation,
                Map.of(
                        "input",
                        Map.of("customerId", gid, "emailMarketingConsent", Map.of("marketingState", "SUBSCRIBED"))));
        JsonNode given = shopper.data(
                mutation,
                Map.of(
                        "input",
                        Map.of(
                                "customerId",
                                gid,
                                "emailMarketingConsent",
                                Map.of("marketingState", "SUBSCRIBED", "marketingOptInLevel", "CONFIRMED_OPT_IN"))));

        assertThat(refused.at("/customerEmailMarketingConsentUpdate/userErrors/0/code")
                        .asText())
                .isEqualTo("MISSING_ARGUMENT");
        assertThat(given.findValue("marketingState").asText()).isEqualTo("SUBSCRIBED");
    }

    @Test
    void keepsTheConsentToTextMessagesApart() throws Exception {
        shopper.store
                .shop()
                .customers()
                .change(
                        ines.id(),
                        one -> one.described(one.profile().reachableAt("ines.b@example.org", "+33600000001")));

        shopper.data(
                "mutation C($input: CustomerSmsMarketingConsentUpdateInput!) {"
                        + " customerSmsMarketingConsentUpdate(input: $input) { userErrors { code } } }",
                Map.of(
                        "input",
                        Map.of(
                                "customerId",
                                gid,
                                "smsMarketingConsent",
                                Map.of("marketingState", "UNSUBSCRIBED", "consentUpdatedAt", "2026-11-01T00:00:00Z"))));

        JsonNode shown = shopper.data("{ customer(id: \"" + gid + "\") { defaultEmailAddress { marketingState }"
                        + " defaultPhoneNumber { marketingState marketingUpdatedAt } } }")
                .path("customer");
        assertThat(shown.at("/defaultEmailAddress/marketingState").asText()).isEqualTo("NOT_SUBSCRIBED");
        assertThat(shown.at("/defaultPhoneNumber/marketingState").asText()).isEqualTo("UNSUBSCRIBED");
        assertThat(shown.at("/defaultPhoneNumber/marketingUpdatedAt").asText()).isEqualTo("2026-11-01T00:00:00Z");
    }

    @Test
    void matchesUnquotedEmailsByAnyWord() throws Exception {
        shopper.store.shop().customers().create(CustomerProfile.of("other@example.org", "O", "O"));
        String query = "query C($q: String!) { customers(first: 9, query: $q) { nodes { id } } }";

        assertThat(shopper.data(query, Map.of("q", "email:'ines.b@example.org'"))
                        .at("/customers/nodes"))
                .hasSize(1);
        assertThat(shopper.data(query, Map.of("q", "email:ines.b@example.org")).at("/customers/nodes"))
                .hasSize(2);
    }

    @Test
    void findsByIdentifier() throws Exception {
        JsonNode found = shopper.data(
                "query F($i: CustomerIdentifierInput!) { customerByIdentifier(identifier: $i) { id displayName } }",
                Map.of("i", Map.of("emailAddress", "ines.b@example.org")));

        assertThat(found.at("/customerByIdentifier/displayName").asText()).isEqualTo("Ines Bernard");
    }
}
