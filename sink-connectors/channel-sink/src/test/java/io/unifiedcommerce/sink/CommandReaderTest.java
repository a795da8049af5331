package io.unifiedcommerce.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.manifest.WriteSpec.Mode;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.model.CustomerProfile;
import io.unifiedcommerce.model.CustomerRef;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.InventoryTarget;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class CommandReaderTest {
    private static final String TARGETS = "commerce.cmd.inventory-target.v1";
    private static final String PROFILES = "commerce.profiles.v1";

    private final CommandReader reader = new CommandReader("default", Targets.INSTANCE, true);

    @Test
    void readsAStructOfTheUnifiedModel() {
        InventoryTarget target = Targets.cas("p1", "TEE", 3, 4, 2);

        CommandReader.Command command = reader.read(record(TARGETS, "k", Structs.of(Entity.INVENTORY_TARGET, target)));

        assertThat(command)
                .isEqualTo(new CommandReader.Command.Stock(
                        target, new StockCommand("p1", "TEE", "1", Mode.CAS, 0, 4L, 2)));
    }

    @Test
    void aTopicOfAnotherNameIsReadByWhatItsRecordsSay() {
        Struct target = Structs.of(Entity.INVENTORY_TARGET, Targets.set("p1", "TEE", 1, 2));

        assertThat(reader.read(record("routed", "k", target))).isInstanceOf(CommandReader.Command.Stock.class);
        assertThatThrownBy(() -> reader.read(record("routed", "k", Map.of("sku", "TEE"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("topic routed");
    }

    @Test
    void anEntityThatCannotBeWrittenIsRefusedByName() {
        assertThatThrownBy(() -> reader.read(record("commerce.orders.v1", "k", Map.of())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("order cannot be written");
    }

    @Test
    void aFieldOfAWrongTypeIsNamed() {
        assertThatThrownBy(() -> reader.read(record(TARGETS, "k", Map.of("push_id", List.of()))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("inventory_target");
    }

    @Test
    void ofAProfileOnlyTheMembersHereAreWritten() {
        CustomerProfile here = profile(new CustomerRef(Targets.INSTANCE, "7"), new CustomerRef("shop-us", "8"));
        CustomerProfile elsewhere = profile(new CustomerRef("shop-us", "8"));

        assertThat(reader.read(record(PROFILES, "k", Structs.of(Entity.CUSTOMER_PROFILE, here))))
                .isInstanceOfSatisfying(
                        CommandReader.Command.Profile.class,
                        command -> assertThat(command.command().customerIds()).containsExactly("7"));
        assertThat(reader.read(record(PROFILES, "k", Structs.of(Entity.CUSTOMER_PROFILE, elsewhere))))
                .isInstanceOf(CommandReader.Command.None.class);
    }

    @Test
    void aDeletedProfileIsKnownByItsKey() {
        assertThat(reader.read(record(PROFILES, "default|p%7C1", null)))
                .isInstanceOfSatisfying(CommandReader.Command.Profile.class, command -> {
                    assertThat(command.command().profileId()).isEqualTo("p|1");
                    assertThat(command.command().profile()).isNull();
                });
        assertThat(reader.read(record(PROFILES, "other|p1", null))).isInstanceOf(CommandReader.Command.None.class);
        assertThatThrownBy(() -> reader.read(record(PROFILES, "p1", null))).isInstanceOf(DataException.class);
    }

    @Test
    void deletedProfilesAreLeftAloneByDefault() {
        CommandReader ignoring = new CommandReader("default", Targets.INSTANCE, false);

        assertThat(ignoring.read(record(PROFILES, "default|p1", null))).isInstanceOf(CommandReader.Command.None.class);
    }

    @Test
    void commandsOfOtherMerchantsAreNotOurs() {
        CommandReader other = new CommandReader("acme", Targets.INSTANCE, true);
        Struct target = Structs.of(Entity.INVENTORY_TARGET, Targets.set("p1", "TEE", 1, 2));

        assertThat(other.read(record(TARGETS, "k", target))).isInstanceOf(CommandReader.Command.None.class);
    }

    private static CustomerProfile profile(CustomerRef... members) {
        return CustomerProfile.newBuilder()
                .setEnvelope(Targets.envelope(Entity.CUSTOMER_PROFILE, "p-1", Targets.NOW))
                .setProfileId("p-1")
                .setMembers(List.of(members))
                .build();
    }

    private static SinkRecord record(String topic, String key, Object value) {
        Schema schema = value instanceof Struct struct ? struct.schema() : null;
        return new SinkRecord(topic, 0, null, key, schema, value, 0);
    }
}
