package io.unifiedcommerce.channels.sapcommerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.channel.write.ProfileCommand;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SapCommerceCustomerProfileWriterTest {
    private static final String SET = "${sap.profile.object}/${sap.profile.set}";
    private static final String UID = "o'brien@example.com";

    private final ScriptedClient client = new ScriptedClient();
    private final Outcomes<ProfileCommand> outcomes = new Outcomes<>();
    private final Writer<ProfileCommand> writer = WriteStrategy.named(
                    "sap-commerce-customer-profile", ProfileCommand.class)
            .open(new WriteContext("shop-eu", client, Clock.fixed(ScriptedClient.NOW, ZoneOffset.UTC)));

    @AfterEach
    void theScriptWasPlayedToItsEnd() {
        client.assertFinished();
    }

    @Test
    void writesOnlyWhatDiffersAndEmptiesWhatIsGone() {
        ProfileCommand command = profile(UID);
        client.then(SET, found("ucProfileId", "p-1", "ucRfm", "555")).then(SET + "(", Map.of());

        writer.write(List.of(command), outcomes);

        assertThat(client.sent().get(0).get("filter")).isEqualTo("uid eq 'o''brien@example.com'");
        Map<String, Object> wanted = new HashMap<>(Map.of("ucSegments", "loyal,vip", "ucOrders", "3"));
        wanted.put("ucRfm", null);
        assertThat(client.sent().get(1).get("body")).isEqualTo(wanted);
        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void writesNothingWhereAllIsShownAlready() {
        ProfileCommand command = profile(UID);
        client.then(SET, found("ucProfileId", "p-1", "ucSegments", "loyal,vip", "ucOrders", "3"));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void makesNoCustomerAndNamesNobody() {
        ProfileCommand command = profile(UID);
        client.then(SET, Map.of("d", Map.of("results", List.of())));

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).isEqualTo("a customer is not there any more"));
    }

    @Test
    void cannotTakeAProfileThatIsGone() {
        ProfileCommand command = new ProfileCommand("p-1", List.of(), null);

        writer.write(List.of(command), outcomes);

        assertThat(outcomes.of(command)).isInstanceOf(WriteOutcome.Rejected.class);
    }

    private static Map<String, Object> found(String... attributes) {
        Map<String, Object> row = new HashMap<>(Map.of("integrationKey", UID, "uid", UID));
        for (int i = 0; i < attributes.length; i += 2) {
            row.put(attributes[i], attributes[i + 1]);
        }
        return Map.of("d", Map.of("results", List.of(row)));
    }

    private static ProfileCommand profile(String... customers) {
        CustomerProfile profile = CustomerProfile.newBuilder()
                .setEnvelope(new Envelope())
                .setProfileId("p-1")
                .setSegments(List.of("vip", "loyal"))
                .setMetrics(ProfileMetrics.newBuilder().setOrders(3).build())
                .build();
        return new ProfileCommand("p-1", List.of(customers), profile);
    }
}
