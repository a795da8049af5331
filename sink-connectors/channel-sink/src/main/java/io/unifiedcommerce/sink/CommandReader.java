package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.model.CustomerProfile;
import io.unifiedcommerce.model.CustomerRef;
import io.unifiedcommerce.model.Entity;
import io.unifiedcommerce.model.Envelope;
import io.unifiedcommerce.model.InventoryTarget;
import io.unifiedcommerce.model.Keys;
import io.unifiedcommerce.model.ModelException;
import io.unifiedcommerce.model.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Reads commands for one store out of records that concern all stores. */
final class CommandReader {
    private final String tenant;
    private final String instance;
    private final boolean deletesProfiles;

    /** What a record asks for. */
    sealed interface Command {
        /** A change of stock. */
        record Stock(InventoryTarget target, StockCommand command) implements Command {}

        /** A profile to write. */
        record Profile(ProfileCommand command) implements Command {}

        /** Nothing of this store. */
        record None() implements Command {}
    }

    /** @param deletesProfiles whether a deleted profile is a command */
    CommandReader(String tenant, String instance, boolean deletesProfiles) {
        this.tenant = tenant;
        this.instance = instance;
        this.deletesProfiles = deletesProfiles;
    }

    /**
     * Reads a record.
     *
     * @throws DataException when it is no command, or a wrong one; the message names the field
     */
    Command read(SinkRecord record) {
        Entity entity = entity(record);
        try {
            return switch (entity) {
                case INVENTORY_TARGET -> stock(record);
                case CUSTOMER_PROFILE -> profile(record);
                default ->
                    throw new DataException(entity.entityName() + " cannot be written; subscribe to "
                            + Entity.INVENTORY_TARGET.topic("<prefix>") + " or "
                            + Entity.CUSTOMER_PROFILE.topic("<prefix>"));
            };
        } catch (ModelException e) {
            throw new DataException("not a valid " + entity.entityName() + ": " + e.getMessage(), e);
        }
    }

    private Command stock(SinkRecord record) {
        if (record.value() == null) {
            return new Command.None();
        }
        InventoryTarget target = Records.from(record.value(), InventoryTarget.class);
        if (!target.getChannelInstance().equals(instance) || isForeign(target.getEnvelope())) {
            return new Command.None();
        }
        return new Command.Stock(target, command(target));
    }

    private static StockCommand command(InventoryTarget target) {
        require(!target.getPushId().isBlank(), "push_id is empty");
        require(!target.getSku().isBlank(), "sku is empty");
        WriteSpec.Mode mode =
                switch (target.getMode()) {
                    case "DELTA" -> WriteSpec.Mode.DELTA;
                    case "CAS" -> WriteSpec.Mode.CAS;
                    case "SET" -> WriteSpec.Mode.SET;
                    default -> throw new DataException("mode is none of DELTA, CAS, SET");
                };
        require(mode != WriteSpec.Mode.DELTA || target.getDelta() != null, "delta is missing; the mode is DELTA");
        require(mode != WriteSpec.Mode.CAS || target.getExpected() != null, "expected is missing; the mode is CAS");
        return new StockCommand(
                target.getPushId(),
                target.getSku(),
                target.getLocationId(),
                mode,
                mode == WriteSpec.Mode.DELTA ? target.getDelta() : 0,
                target.getExpected(),
                target.getTarget());
    }

    private Command profile(SinkRecord record) {
        if (record.value() == null) {
            return profileIsGone(record.key());
        }
        CustomerProfile profile = Records.from(record.value(), CustomerProfile.class);
        if (isForeign(profile.getEnvelope())) {
            return new Command.None();
        }
        if ("DELETE".equals(profile.getEnvelope().getOp())) {
            return gone(profile.getProfileId());
        }
        List<String> customers = profile.getMembers().stream()
                .filter(member -> member.getChannelInstance().equals(instance))
                .map(CustomerRef::getCustomerId)
                .toList();
        return customers.isEmpty()
                ? new Command.None()
                : new Command.Profile(new ProfileCommand(profile.getProfileId(), customers, profile));
    }

    private Command profileIsGone(Object key) {
        List<String> parts = key instanceof String text ? Keys.split(text) : List.of();
        if (parts.size() != 2) {
            throw new DataException("the key of a deleted profile is not tenant|profile_id");
        }
        return parts.get(0).equals(tenant) ? gone(parts.get(1)) : new Command.None();
    }

    private Command gone(String profileId) {
        return deletesProfiles
                ? new Command.Profile(new ProfileCommand(profileId, List.of(), null))
                : new Command.None();
    }

    private boolean isForeign(Envelope envelope) {
        return !tenant.equals(envelope.getTenantId());
    }

    /** By the topic's name; a topic of another name must say it in the record. */
    private static Entity entity(SinkRecord record) {
        return Entity.ofTopic(record.topic())
                .or(() -> Entity.ofTopic(record.originalTopic()))
                .or(() -> entityOf(record.value()))
                .orElseThrow(() -> new DataException("topic " + record.topic()
                        + " is none of the unified model's, and the record does not say what it is"));
    }

    private static Optional<Entity> entityOf(Object value) {
        Object envelope = value instanceof Map<?, ?> map
                ? map.get("envelope")
                : value instanceof Struct struct && struct.schema().field("envelope") != null
                        ? struct.get("envelope")
                        : null;
        Object name = envelope instanceof Map<?, ?> map
                ? map.get("entity")
                : envelope instanceof Struct struct ? struct.get("entity") : null;
        try {
            return name == null ? Optional.empty() : Optional.of(Entity.ofName(name.toString()));
        } catch (IllegalArgumentException e) {
            throw new DataException("envelope.entity: " + e.getMessage(), e);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new DataException(message);
        }
    }
}
