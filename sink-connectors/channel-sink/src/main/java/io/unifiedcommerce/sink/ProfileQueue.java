package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** Profiles to write, one at a time for each; a newer state makes an older one superfluous. Used by one thread. */
final class ProfileQueue implements WriteLane.Source<ProfileCommand> {
    private final Duration linger;
    private final BiConsumer<ProfileChange, WriteOutcome> settled;
    private final Map<String, ProfileChange> waiting = new LinkedHashMap<>();
    private final Map<String, ProfileChange> inFlight = new HashMap<>();

    /**
     * A profile on its way.
     *
     * @param taken every record that it stands for, the newest last
     */
    record ProfileChange(ProfileCommand command, List<Taken> taken, Instant arrivedAt) {

        ProfileChange replacing(ProfileChange older) {
            return older == null
                    ? this
                    : new ProfileChange(
                            command,
                            Stream.concat(older.taken.stream(), taken.stream()).toList(),
                            older.arrivedAt);
        }
    }

    /** @param settled takes each change once, when it is decided */
    ProfileQueue(Duration linger, BiConsumer<ProfileChange, WriteOutcome> settled) {
        this.linger = linger;
        this.settled = settled;
    }

    void offer(ProfileChange change) {
        waiting.compute(change.command().profileId(), (id, older) -> change.replacing(older));
    }

    @Override
    public List<ProfileCommand> take(int max, Instant now) {
        List<ProfileCommand> batch = new ArrayList<>();
        Iterator<ProfileChange> changes = waiting.values().iterator();
        while (changes.hasNext() && batch.size() < max) {
            ProfileChange change = changes.next();
            changes.remove();
            inFlight.put(change.command().profileId(), change);
            batch.add(change.command());
        }
        return batch;
    }

    @Override
    public Instant due(int max) {
        if (waiting.isEmpty()) {
            return null;
        }
        return waiting.size() >= max
                ? Instant.MIN
                : waiting.values().iterator().next().arrivedAt().plus(linger);
    }

    @Override
    public boolean isWanted(ProfileCommand command, Instant now) {
        return true;
    }

    @Override
    public void decided(ProfileCommand command, WriteOutcome outcome) {
        settled.accept(inFlight.remove(command.profileId()), outcome);
    }

    @Override
    public void putBack(List<ProfileCommand> commands) {
        for (ProfileCommand command : commands) {
            ProfileChange older = inFlight.remove(command.profileId());
            waiting.compute(command.profileId(), (id, newer) -> newer == null ? older : newer.replacing(older));
        }
    }

    @Override
    public boolean isLost(ProfileCommand command, Set<TopicPartition> lost) {
        return isOf(inFlight.get(command.profileId()), lost);
    }

    @Override
    public void lose(Set<TopicPartition> lost) {
        waiting.values().removeIf(change -> isOf(change, lost));
        inFlight.values().removeIf(change -> isOf(change, lost));
    }

    private static boolean isOf(ProfileChange change, Set<TopicPartition> partitions) {
        return change.taken().stream()
                .anyMatch(taken -> partitions.contains(taken.claim().partition()));
    }
}
