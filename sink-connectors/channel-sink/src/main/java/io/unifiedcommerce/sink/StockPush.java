package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.model.InventoryTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** A push on its way, with every record that asked for it: a push may be delivered more than once. */
final class StockPush {
    private final InventoryTarget target;
    private final StockCommand command;
    private final Instant arrivedAt;
    private final List<Taken> taken = new ArrayList<>();
    private boolean doubtful;

    /** A SKU at a location; the location is null where the store has one stock. */
    record Key(String sku, String locationId) {}

    StockPush(InventoryTarget target, StockCommand command, Taken taken, Instant arrivedAt) {
        this.target = target;
        this.command = command;
        this.arrivedAt = arrivedAt;
        this.taken.add(taken);
    }

    InventoryTarget target() {
        return target;
    }

    StockCommand command() {
        return command;
    }

    Key key() {
        return new Key(command.sku(), command.locationId());
    }

    Instant arrivedAt() {
        return arrivedAt;
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** Lets the records of the same push share this one's outcome. */
    void join(StockPush same) {
        taken.addAll(same.taken);
    }

    boolean isSamePush(StockPush other) {
        return other != null && command.pushId().equals(other.command.pushId());
    }

    /** It may have been written before, and nobody has looked: it is to be looked up, not written. */
    void doubt() {
        doubtful = true;
    }

    boolean isDoubtful() {
        return doubtful;
    }

    /** Whether every record that asked for it is another task's now. */
    boolean isLost(Set<TopicPartition> lost) {
        return taken.stream().allMatch(each -> lost.contains(each.claim().partition()));
    }

    long version() {
        return target.getLedgerVersion();
    }

    /** Whether a newer one makes older ones superfluous; a delta does not. */
    boolean replacesOlder() {
        return switch (command.mode()) {
            case SET, CAS -> true;
            case DELTA -> false;
        };
    }

    boolean expired(Instant now) {
        return target.getExpiresAt() != null && !now.isBefore(target.getExpiresAt());
    }

    /** Whether the store is left without stock that, as far as is known, it had. */
    boolean takesToZero() {
        if (command.target() > 0) {
            return false;
        }
        Long before = command.expected();
        if (before == null && target.getDelta() != null) {
            before = command.target() - target.getDelta();
        }
        return before == null || before > 0;
    }
}
