package io.unifiedcommerce.channels.adobecommerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;
import io.unifiedcommerce.channels.Outcomes;
import io.unifiedcommerce.channels.ScriptedClient;
import io.unifiedcommerce.model.CustomerProfile;
import io.unifiedcommerce.model.Envelope;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdobeCommerceCustomerProfileWriterTest {
    private static final String DEFINED = "attributeMetadata/customer/custom";
    private static final String CUSTOMER = "/V1/customers/";

    private final ScriptedClient client = new ScriptedClient();
    private final Outcomes<ProfileCommand> outcomes = new Outcomes<>();
    private final Writer<ProfileCommand> writer = WriteStrategy.named(
                    "adobe-commerce-customer-profile", ProfileCommand.class)
            .open(new WriteContext("shop-fr", client, Clock.fixed(ScriptedClient.NOW, ZoneOffset.UTC)));

    @AfterEach
    void theScriptWasPlayedToItsEnd() {
        client.assertFinished();
    }

    @Test
    void attributesAreMergedAndAddressesNotSent() {
        Map<String, Object> customer = new HashMap<>(customer(
                attribute("loyalty_card", "77"), attribute("uc_segments", "old"), attribute("uc_orders", "3")));
        customer.put("addresses", List.of(Map.of("id", 55L)));
        customer.put("extension_attributes", Map.of("is_subscribed", true));
        customer.put("group_id", 4L);
        customer.put("dob", null);
        ProfileCommand command = command(profile("vip", "gift-buyer"));
        client.then(DEFINED, defined("loyalty_card", "uc_profile_id", "uc_segments", "uc_orders", "uc_rfm"))
                .then(CUSTOMER, customer)
                .then(CUSTOMER, Map.of());

        writer.write(List.of(command), outcomes);

        Map<?, ?> sent = (Map<?, ?>) ((Map<?, ?>) client.sent().get(2).get("body")).get("customer");
        assertThat(sent.get("id")).isEqualTo(7L);
        assertThat(sent.get("email")).isEqualTo("ines@example.com");
        assertThat(sent.get("group_id")).isEqualTo(4L);
        assertThat(sent.containsKey("addresses")).isFalse();
        assertThat(sent.containsKey("extension_attributes")).isFalse();
        assertThat(sent.containsKey("dob")).isFalse();
        assertThat(List.<Object>copyOf((List<?>) sent.get("custom_attributes")))
                .as("what has no value any more is emptied, what was never there stays away")
                .containsExactlyInAnyOrder(
                        attribute("loyalty_card", "77"),
                        attribute("uc_segments", "gift-buyer,vip"),
                        attribute("uc_orders", ""),
                        attribute("uc_profile_id", "p-1"));
        assertThat(outcomes.of(command)).isEqualTo(new WriteOutcome.Applied(null, null, ScriptedClient.NOW));
    }

    @Test
    void whatIsShownAlreadyIsNotWritten() {
        ProfileCommand command = command(profile("vip"));
        client.then(DEFINED, defined("uc_segments")).then(CUSTOMER, customer(attribute("uc_segments", "vip")));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void aShopWithoutAttributesIsToldWhichToMake() {
        ProfileCommand command = command(profile("vip"));
        client.then(DEFINED, defined("loyalty_card"));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).contains("uc_profile_id"));
    }

    @Test
    void aCustomerThatIsGoneIsNamedAndTheOthersWritten() {
        ProfileCommand command = new ProfileCommand("p-1", List.of("6", "guest:1", "7"), profile("vip"));
        client.then(DEFINED, defined("uc_segments"))
                .thenFail(CUSTOMER, new ChannelException.Rejected("status 404", 404, null))
                .then(CUSTOMER, customer())
                .then(CUSTOMER, Map.of());

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message())
                                .contains("customer 6 (gone)")
                                .doesNotContain("7"));
    }

    private static ProfileCommand command(CustomerProfile profile) {
        return new ProfileCommand("p-1", List.of("7"), profile);
    }

    private static CustomerProfile profile(String... segments) {
        return CustomerProfile.newBuilder()
                .setEnvelope(new Envelope())
                .setProfileId("p-1")
                .setSegments(List.of(segments))
                .build();
    }

    private static List<Object> defined(String... codes) {
        return List.<Object>copyOf(List.of(codes).stream()
                .map(code -> Map.of("attribute_code", code))
                .toList());
    }

    private static Map<String, Object> customer(Map<?, ?>... attributes) {
        return Map.of(
                "id",
                7L,
                "email",
                "ines@example.com",
                "firstname",
                "Inès",
                "lastname",
                "Roux",
                "website_id",
                2L,
                "custom_attributes",
                List.of(attributes));
    }

    private static Map<String, Object> attribute(String code, String value) {
        return Map.of("attribute_code", code, "value", value);
    }
}
