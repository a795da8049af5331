package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;
import io.unifiedcommerce.model.Entity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** A lane for each kind of command that the channel takes, stock first. Used by the worker's thread once it is made. */
final class WriteLanes {
    private final ChannelConfig config;
    private final WriteContext context;
    private final StockQueue stock;
    private final ProfileQueue profiles;
    private final List<WriteLane<?>> lanes = new ArrayList<>();
    private final List<Outage> outages = new ArrayList<>();

    /** @throws IllegalArgumentException when a hook or the guard's token cannot be used */
    WriteLanes(
            ChannelConfig config,
            ChannelClient client,
            Clock clock,
            BiConsumer<StockPush, Settlement> stockSettled,
            BiConsumer<ProfileQueue.ProfileChange, WriteOutcome> profileSettled) {
        this.config = config;
        this.context = new WriteContext(config.instance(), client, clock, config.options());
        Duration linger = Duration.ofMillis(config.getLong(SinkKeys.LINGER));
        this.stock = new StockQueue(guard(config), linger, stockSettled);
        this.profiles = new ProfileQueue(linger, profileSettled);
        addLane(Entity.INVENTORY_TARGET, stock, StockCommand.class);
        addLane(Entity.CUSTOMER_PROFILE, profiles, ProfileCommand.class);
    }

    List<WriteLane<?>> all() {
        return lanes;
    }

    void offer(StockPush push, Instant now) {
        stock.offer(push, now);
    }

    void offer(ProfileQueue.ProfileChange change) {
        profiles.offer(change);
    }

    /**
     * Why the channel cannot take a command; null when it can.
     *
     * @param mode null for commands without
     */
    String refusal(Entity entity, WriteSpec.Mode mode) {
        WriteSpec write = spec(entity);
        if (write == null) {
            return config.refusal(entity);
        }
        return mode == null || write.modes().isEmpty() || write.modes().contains(mode)
                ? null
                : config.manifest().title() + " cannot be written in mode " + mode + "; use one of " + write.modes();
    }

    /** SKUs that the blast guard holds back. */
    int held() {
        return stock.heldCount();
    }

    /** Lanes that wait for the platform to recover. */
    int interrupted() {
        return (int) outages.stream().filter(Outage::lasts).count();
    }

    private <C extends WriteCommand> void addLane(Entity entity, WriteLane.Source<C> source, Class<C> commands) {
        WriteSpec write = spec(entity);
        if (write == null) {
            return;
        }
        String what = "Writing " + entity.entityName() + " to " + config.instance();
        WriteStrategy<C> strategy = WriteStrategy.named(write.hook(), commands);
        Writer<C> writer = config.getBoolean(SinkKeys.DRY_RUN) ? new DryRunWriter<>(what) : strategy.open(context);
        Outage outage = new Outage(
                what,
                Duration.ofMillis(config.getLong(SinkKeys.RETRY_BACKOFF)),
                Duration.ofMillis(config.getLong(SinkKeys.RETRY_BACKOFF_MAX)),
                new Random());
        outages.add(outage);
        lanes.add(new WriteLane<>(source, writer, Math.min(config.getInt(SinkKeys.BATCH_SIZE), write.batch()), outage));
    }

    private WriteSpec spec(Entity entity) {
        return config.write(entity).orElse(null);
    }

    private static BlastGuard guard(ChannelConfig config) {
        String token = config.getString(SinkKeys.BLAST_CONFIRM);
        return new BlastGuard(
                new BlastGuard.Limits(
                        config.getDouble(SinkKeys.BLAST_RATIO),
                        Duration.ofMillis(config.getLong(SinkKeys.BLAST_WINDOW)),
                        config.getInt(SinkKeys.BLAST_MIN_SKUS)),
                config.instance(),
                token == null ? null : BlastToken.parse(token, config.instance()));
    }
}
