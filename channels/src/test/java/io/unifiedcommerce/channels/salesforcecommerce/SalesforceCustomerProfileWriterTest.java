package io.unifiedcommerce.channels.salesforcecommerce;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesforceCustomerProfileWriterTest {
    private final ScriptedClient client = new ScriptedClient();
    private final Outcomes<ProfileCommand> outcomes = new Outcomes<>();
    private final Writer<ProfileCommand> writer = WriteStrategy.named(
                    "salesforce-commerce-customer-profile", ProfileCommand.class)
            .open(new WriteContext(
                    "shop-fr",
                    client,
                    Clock.fixed(ScriptedClient.NOW, ZoneOffset.UTC),
                    Map.of("salesforce.profile.attribute", "hub")));

    @AfterEach
    void theScriptWasPlayedToItsEnd() {
        client.assertFinished();
    }

    @Test
    void changesOnlyTheAttributesThatDiffer() {
        ProfileCommand command = command("00000991");
        client.then("customers/${customer}", Map.of("lastName", "Roux", "c_hub", "p-1", "c_hubRfm", "111"))
                .then("customers/${customer}", Map.of());

        writer.write(List.of(command), outcomes);

        assertThat(client.sent().get(1).get("body"))
                .isEqualTo(Map.of(
                        "c_hubSegments", "loyal,vip", "c_hubRfm", "", "customerNo", "00000991", "lastName", "Roux"));
        assertThat(outcomes.of(command)).isEqualTo(new WriteOutcome.Applied(null, null, ScriptedClient.NOW));
    }

    @Test
    void writesNothingWhereAllIsRightAlready() {
        ProfileCommand command = command("00000991");
        client.then("customers/${customer}", Map.of("c_hub", "p-1", "c_hubSegments", "loyal,vip"));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void namesTheCustomersThatAreRefused() {
        ProfileCommand command = command("1", "2");
        client.thenFail("customers/${customer}", new ChannelException.Rejected("404", 404, null))
                .then("customers/${customer}", Map.of())
                .thenFail("customers/${customer}", new ChannelException.Rejected("400", 400, null));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        refused -> assertThat(refused.message())
                                .startsWith("customer 1: there is no such customer, customer 2: status 400; are the"));
    }

    @Test
    void cannotTakeAwayAProfileThatIsGone() {
        ProfileCommand gone = new ProfileCommand("p-1", List.of(), null);

        writer.write(List.of(gone), outcomes);

        assertThat(outcomes.of(gone)).isInstanceOf(WriteOutcome.Rejected.class);
    }

    private static ProfileCommand command(String... customers) {
        CustomerProfile profile = CustomerProfile.newBuilder()
                .setEnvelope(Envelope.newBuilder()
                        .setEventId("e")
                        .setEventType("customer_profile.updated")
                        .setTenantId("acme")
                        .setChannel("hub")
                        .setChannelInstance("hub")
                        .setEntity("customer_profile")
                        .setEntityId("p-1")
                        .setOccurredAt(ScriptedClient.NOW)
                        .setSourceVersion("1")
                        .setCapturedAt(ScriptedClient.NOW)
                        .setCaptureMode("REPLAY")
                        .setSchemaVersion("1-0")
                        .build())
                .setProfileId("p-1")
                .setSegments(List.of("vip", "loyal"))
                .build();
        return new ProfileCommand("p-1", List.of(customers), profile);
    }
}
