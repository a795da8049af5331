package io.unifiedcommerce.channels.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.ProfileTraits;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;
import io.unifiedcommerce.channels.Outcomes;
import io.unifiedcommerce.channels.ScriptedClient;
import io.unifiedcommerce.model.CustomerProfile;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.ProfileMetrics;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BigCommerceCustomerProfileWriterTest {
    private final ScriptedClient client = new ScriptedClient();
    private final Outcomes<ProfileCommand> outcomes = new Outcomes<>();
    private final Writer<ProfileCommand> writer = WriteStrategy.named(
                    "bigcommerce-customer-profile", ProfileCommand.class)
            .open(new WriteContext("shop-us", client, Clock.fixed(ScriptedClient.NOW, ZoneOffset.UTC)));

    @AfterEach
    void theScriptWasPlayedToItsEnd() {
        client.assertFinished();
    }

    @Test
    void missingAttributesAreDefinedAndOnlyValuesThatDifferAreWritten() {
        ProfileCommand command = profile(List.of("vip"), "981");
        client.then("customers/attributes", Map.of("data", List.of(definition(1, "uc_profile_id"))))
                .then("customers/attributes", values -> {
                    assertThat((List<?>) values.get("body")).hasSize(ProfileTraits.NAMES.size() - 1);
                    return Map.of();
                })
                .then("customers/attributes", definitions())
                .then("attribute-values", Map.of("data", List.of(value(981, 1, "p-1"), value(981, 8, "555"))))
                .then("attribute-values", Map.of());

        writer.write(List.of(command), outcomes);

        // profile_id is right already; rfm is gone and emptied; segments and orders are new.
        assertThat(rows(4)).containsExactlyInAnyOrder(row(981, 3, "vip"), row(981, 4, "3"), row(981, 8, ""));
        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void aProfileThatIsShownAlreadyIsNotWrittenAgain() {
        ProfileCommand command = profile(List.of(), "981");
        client.then("customers/attributes", definitions())
                .then("attribute-values", Map.of("data", List.of(value(981, 1, "p-1"), value(981, 4, "3"))));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void guestsHaveNoCustomerRecordAndAreLeftOut() {
        ProfileCommand command = profile(List.of(), "guest:7c1e");

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void aCustomerThatIsGoneIsNamedAndTheOthersAreWritten() {
        ProfileCommand command = profile(List.of(), "981", "982");
        ChannelException refused = new ChannelException.Rejected("status 422", 422, null);
        client.then("customers/attributes", definitions())
                .then("attribute-values", Map.of("data", List.of(value(981, 4, "3"), value(982, 4, "3"))))
                .thenFail("attribute-values", refused)
                .then("attribute-values", Map.of())
                .thenFail("attribute-values", refused);

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message())
                                .contains("customer 982")
                                .doesNotContain("customer 981"));
    }

    @Test
    void ofManySegmentsAsManyWholeOnesAsFitAreWritten() {
        List<String> segments =
                IntStream.range(10, 60).mapToObj(i -> "segment-" + i).toList();
        ProfileCommand command = profile(segments, "981");
        client.then("customers/attributes", definitions())
                .then("attribute-values", Map.of("data", List.of(value(981, 1, "p-1"), value(981, 4, "3"))))
                .then("attribute-values", Map.of());

        writer.write(List.of(command), outcomes);

        assertThat((String) rows(2).get(0).get("value"))
                .hasSizeLessThanOrEqualTo(255)
                .endsWith("segment-32");
    }

    private static ProfileCommand profile(List<String> segments, String... customers) {
        CustomerProfile profile = CustomerProfile.newBuilder()
                .setEnvelope(new Envelope())
                .setProfileId("p-1")
                .setSegments(segments)
                .setMetrics(ProfileMetrics.newBuilder().setOrders(3).build())
                .build();
        return new ProfileCommand("p-1", List.of(customers), profile);
    }

    private static Map<String, Object> definitions() {
        return Map.of(
                "data",
                IntStream.range(0, ProfileTraits.NAMES.size())
                        .mapToObj(i -> definition(i + 1, "uc_" + ProfileTraits.NAMES.get(i)))
                        .toList());
    }

    private static Map<String, Object> definition(long id, String name) {
        return Map.of("id", id, "name", name);
    }

    private static Map<String, Object> value(long customer, long attribute, String value) {
        return Map.of("customer_id", customer, "attribute_id", attribute, "attribute_value", value);
    }

    private static Map<String, Object> row(long customer, long attribute, String value) {
        return Map.of("customer_id", customer, "attribute_id", attribute, "value", value);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(int request) {
        return (List<Map<String, Object>>) client.sent().get(request).get("body");
    }
}
