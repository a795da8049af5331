package io.unifiedcommerce.sink;

import io.unifiedcommerce.channel.config.ChannelConfig;
import io.unifiedcommerce.channel.config.ChannelKeys;
import io.unifiedcommerce.channel.config.ChannelValidation;
import io.unifiedcommerce.channel.manifest.WriteSpec;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteCommand;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.model.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkTask;

/** Rules of a sink's configuration that no single key can hold. */
final class SinkRules {
    private static final Map<Entity, Class<? extends WriteCommand>> COMMANDS =
            Map.of(Entity.INVENTORY_TARGET, StockCommand.class, Entity.CUSTOMER_PROFILE, ProfileCommand.class);

    private static final String PROFILE_DELETION = "profile_deletion";

    private SinkRules() {}

    static void check(ChannelConfig config, Map<String, String> props, ChannelValidation validation) {
        String channelKey = props.containsKey(ChannelKeys.CHANNEL) ? ChannelKeys.CHANNEL : ChannelKeys.FOLDERS;
        Map<String, WriteSpec> writes = config.manifest().writes();
        if (writes.isEmpty()) {
            validation.error(channelKey, config.manifest().title() + " cannot be written to" + reasons(config));
        }
        COMMANDS.forEach((entity, command) -> {
            WriteSpec write = writes.get(entity.entityName());
            if (write != null) {
                checkHook(write, command, channelKey, validation);
            }
        });
        subscribed(props).stream()
                .filter(entity -> !writes.isEmpty() && config.write(entity).isEmpty())
                .forEach(entity -> validation.error(SinkTask.TOPICS_CONFIG, config.refusal(entity)));
        checkToken(config, validation);
        checkDeletion(config, validation);
    }

    /** The scopes for what the topics can carry; all of them where the topics are a pattern. */
    static Set<String> neededScopes(ChannelConfig config, Map<String, String> props) {
        Set<Entity> subscribed = subscribed(props);
        return COMMANDS.keySet().stream()
                .filter(entity -> subscribed.isEmpty() || subscribed.contains(entity))
                .map(entity -> config.manifest().writes().get(entity.entityName()))
                .filter(write -> write != null)
                .flatMap(write -> write.scopes().stream())
                .collect(Collectors.toSet());
    }

    private static void checkHook(
            WriteSpec write, Class<? extends WriteCommand> command, String channelKey, ChannelValidation validation) {
        try {
            WriteStrategy.named(write.hook(), command);
        } catch (IllegalArgumentException e) {
            validation.error(channelKey, e.getMessage());
        }
    }

    private static void checkDeletion(ChannelConfig config, ChannelValidation validation) {
        String reason = config.manifest().unsupported().get(PROFILE_DELETION);
        if (reason != null && SinkKeys.DELETE.equals(config.getString(SinkKeys.ON_NULL))) {
            validation.error(
                    SinkKeys.ON_NULL,
                    config.manifest().title() + " cannot take a deleted profile away: " + reason + " Use ignore");
        }
    }

    private static void checkToken(ChannelConfig config, ChannelValidation validation) {
        String token = config.getString(SinkKeys.BLAST_CONFIRM);
        if (token != null) {
            try {
                BlastToken.parse(token, config.instance());
            } catch (IllegalArgumentException e) {
                validation.error(SinkKeys.BLAST_CONFIRM, e.getMessage() + "; copy it from the warning in the log");
            }
        }
    }

    private static Set<Entity> subscribed(Map<String, String> props) {
        List<String> topics = Arrays.asList(
                props.getOrDefault(SinkTask.TOPICS_CONFIG, "").strip().split("\\s*,\\s*"));
        return topics.stream()
                .map(Entity::ofTopic)
                .flatMap(Optional::stream)
                .filter(COMMANDS::containsKey)
                .collect(Collectors.toSet());
    }

    private static String reasons(ChannelConfig config) {
        Map<String, String> unsupported = config.manifest().unsupported();
        String reason = unsupported.getOrDefault("writes", unsupported.get(Entity.INVENTORY_TARGET.entityName()));
        return reason == null ? "" : ": " + reason;
    }
}
