package io.unifiedcommerce.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;
import io.unifiedcommerce.channels.Outcomes;
import io.unifiedcommerce.channels.ScriptedClient;
import io.unifiedcommerce.model.Consent;
import io.unifiedcommerce.model.CustomerProfile;
import io.unifiedcommerce.model.Envelope;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopifyCustomerProfileWriterTest {
    private static final String ANN = "gid://shopify/Customer/77";
    private static final Map<String, Object> DONE = Map.of("data", Map.of());

    private final ScriptedClient client = new ScriptedClient();
    private final Outcomes<ProfileCommand> outcomes = new Outcomes<>();
    private final Writer<ProfileCommand> writer = WriteStrategy.named("shopify-customer-profile", ProfileCommand.class)
            .open(new WriteContext("shop-de", client, Clock.fixed(ScriptedClient.NOW, ZoneOffset.UTC)));

    @AfterEach
    void theScriptWasPlayedToItsEnd() {
        client.assertFinished();
    }

    @Test
    void onlyTagsOfOursComeAndGo() {
        ProfileCommand command = profile(List.of("vip", "new, york"), List.of(), "77");
        client.then("write-customers", customers(customer(List.of("Wholesale", "uc:lapsed", "UC:VIP"), null)))
                .then("write-traits", DONE)
                .then("write-tags-remove", DONE)
                .then("write-tags-add", DONE);

        writer.write(List.of(command), outcomes);

        assertThat(client.sent().get(2)).isEqualTo(Map.of("id", ANN, "tags", List.of("uc:lapsed")));
        assertThat(client.sent().get(3))
                .isEqualTo(Map.of("id", ANN, "tags", List.of("uc:new  york", "uc:profile:p-1")));
        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void aProfileThatIsShownAlreadyIsNotWrittenAgain() {
        ProfileCommand command = profile(List.of("vip"), List.of(), "77");
        client.then(
                "write-customers",
                customers(customer(
                        List.of("uc:vip", "uc:profile:p-1"),
                        "{ \"segments\" : [\"vip\"], \"profile_id\" : \"p-1\" }")));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void aWithdrawalThatShopifyDoesNotKnowOfIsTold() {
        Consent withdrawn = consent("WITHDRAWN", "Ann@Example.org", "2026-11-02T00:00:00Z");
        ProfileCommand command = profile(List.of(), List.of(withdrawn), "77");
        client.then("write-customers", customers(subscribed("2026-11-01T00:00:00Z")))
                .then("write-email-consent", DONE);

        writer.write(List.of(command), outcomes);

        assertThat(client.sent().get(1))
                .isEqualTo(Map.of(
                        "input",
                        Map.of(
                                "customerId",
                                ANN,
                                "emailMarketingConsent",
                                Map.of("marketingState", "UNSUBSCRIBED", "consentUpdatedAt", "2026-11-02T00:00:00Z"))));
    }

    @Test
    void aSubscriptionNewerThanTheWithdrawalStays() {
        Consent withdrawn = consent("WITHDRAWN", "ann@example.org", "2026-10-02T00:00:00Z");
        client.then("write-customers", customers(subscribed("2026-11-01T00:00:00Z")));

        writer.write(List.of(profile(List.of(), List.of(withdrawn), "77")), outcomes);

        assertThat(outcomes.count()).isEqualTo(1);
    }

    @Test
    void consentIsNeverWidened() {
        Map<String, Object> unsubscribed = new HashMap<>(subscribed("2026-11-01T00:00:00Z"));
        unsubscribed.put(
                "defaultEmailAddress", Map.of("emailAddress", "ann@example.org", "marketingState", "UNSUBSCRIBED"));
        Consent granted = consent("GRANTED", "ann@example.org", "2026-11-20T00:00:00Z");
        client.then("write-customers", customers(unsubscribed));

        writer.write(List.of(profile(List.of(), List.of(granted), "77")), outcomes);

        assertThat(outcomes.count()).isEqualTo(1);
    }

    @Test
    void aMemberThatWasDeletedInTheStoreIsLeftOut() {
        ProfileCommand command = profile(List.of(), List.of(), "77");
        client.then("write-customers", customers((Map<String, Object>) null));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void aCustomerWhoseTraitsAreRefusedDoesNotHoldUpTheOthers() {
        ProfileCommand refused = profile("p-1", "77");
        ProfileCommand sound = profile("p-2", "78");
        Map<String, Object> ben = new HashMap<>(customer(List.of("uc:profile:p-2"), null));
        ben.put("id", "gid://shopify/Customer/78");
        client.then("write-customers", customers(customer(List.of("uc:profile:p-1"), null), ben))
                .then(
                        "write-traits",
                        Map.of(
                                "data",
                                Map.of(
                                        "metafieldsSet",
                                        Map.of(
                                                "userErrors",
                                                List.of(Map.of(
                                                        "code",
                                                        "INVALID_VALUE",
                                                        "message",
                                                        "quotes Ann",
                                                        "elementIndex",
                                                        0L))))))
                .then("write-traits", DONE);

        writer.write(List.of(refused, sound), outcomes);

        assertThat(outcomes.of(refused))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message())
                                .contains("INVALID_VALUE")
                                .doesNotContain("Ann"));
        assertThat(outcomes.of(sound)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void whatWasWrittenOfAProfileThatIsGoneIsTakenAway() {
        ProfileCommand gone = new ProfileCommand("p-1", List.of(), null);
        client.then(
                        "write-customers-by-tag",
                        Map.of(
                                "data",
                                Map.of(
                                        "customers",
                                        Map.of(
                                                "pageInfo", Map.of("hasNextPage", false),
                                                "nodes",
                                                        List.of(Map.of(
                                                                "id",
                                                                ANN,
                                                                "tags",
                                                                List.of("uc:profile:p-1", "uc:vip", "Wholesale")))))))
                .then("write-traits-delete", DONE)
                .then("write-tags-remove", DONE);

        writer.write(List.of(gone), outcomes);

        assertThat(client.sent().get(0).get("query")).isEqualTo("tag:'uc:profile:p-1'");
        assertThat(client.sent().get(2)).isEqualTo(Map.of("id", ANN, "tags", List.of("uc:profile:p-1", "uc:vip")));
    }

    private static ProfileCommand profile(String id, String customer) {
        CustomerProfile profile = CustomerProfile.newBuilder()
                .setEnvelope(new Envelope())
                .setProfileId(id)
                .build();
        return new ProfileCommand(id, List.of(customer), profile);
    }

    private static ProfileCommand profile(List<String> segments, List<Consent> consents, String... customers) {
        CustomerProfile profile = CustomerProfile.newBuilder()
                .setEnvelope(new Envelope())
                .setProfileId("p-1")
                .setSegments(segments)
                .setConsents(consents)
                .build();
        return new ProfileCommand("p-1", List.of(customers), profile);
    }

    private static Consent consent(String status, String contactPoint, String at) {
        return Consent.newBuilder()
                .setPurpose("email_marketing")
                .setContactPoint(contactPoint)
                .setStatus(status)
                .setCapturedAt(Instant.parse(at))
                .build();
    }

    private static Map<String, Object> customer(List<String> tags, String traits) {
        Map<String, Object> customer = new HashMap<>();
        customer.put("id", ANN);
        customer.put("tags", tags);
        customer.put("traits", traits == null ? null : Map.of("value", traits));
        return customer;
    }

    private static Map<String, Object> subscribed(String since) {
        Map<String, Object> customer = customer(List.of("uc:profile:p-1"), "{\"profile_id\":\"p-1\"}");
        customer.put(
                "defaultEmailAddress",
                Map.of("emailAddress", "ann@example.org", "marketingState", "SUBSCRIBED", "marketingUpdatedAt", since));
        return customer;
    }

    @SafeVarargs
    private static Map<String, Object> customers(Map<String, Object>... customers) {
        return Map.of("data", Map.of("nodes", Arrays.asList(customers)));
    }
}
