package io.unifiedcommerce.channels.lightspeed;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.ProfileTraits;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.channel.write.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Writes the fields that differ; fields that are right already would only cause change events. */
final class LightspeedXCustomerProfileWriter implements Writer<ProfileCommand> {
    private static final RequestSpec READ = WriteRequests.get("/customers/${customer}", Map.of());
    private static final RequestSpec CHANGE = WriteRequests.json("PUT", "/customers/${customer}");
    private static final int MAX_VALUE = 255;

    private final ChannelClient client;
    private final Clock clock;

    LightspeedXCustomerProfileWriter(WriteContext context) {
        this.client = context.client();
        this.clock = context.clock();
    }

    @Override
    public void write(List<ProfileCommand> commands, BiConsumer<ProfileCommand, WriteOutcome> outcomes) {
        for (ProfileCommand command : commands) {
            if (command.profile() == null) {
                outcomes.accept(
                        command,
                        new WriteOutcome.Rejected("X-Series cannot find the customers of a profile that is gone; set"
                                + " behavior.on.null.values to ignore"));
                continue;
            }
            Map<String, String> fields = fields(ProfileTraits.of(command.profile()));
            List<String> gone = new ArrayList<>();
            command.customerIds().forEach(customer -> show(customer, fields, gone));
            outcomes.accept(
                    command,
                    gone.isEmpty()
                            ? new WriteOutcome.Applied(null, null, clock.instant())
                            : new WriteOutcome.Rejected("X-Series has no customer " + String.join(", ", gone)));
        }
    }

    private void show(String customer, Map<String, String> fields, List<String> gone) {
        try {
            Object body = client.call(READ, Map.of("customer", customer), ChannelClient.Purpose.WRITE)
                    .body();
            Map<?, ?> shown =
                    body instanceof Map<?, ?> map && map.get("data") instanceof Map<?, ?> data ? data : Map.of();
            boolean same = fields.entrySet().stream()
                    .allMatch(field ->
                            field.getValue().equals(Objects.requireNonNullElse(shown.get(field.getKey()), "")));
            if (!same) {
                Map<String, Object> change = new LinkedHashMap<>(fields);
                // Required of every change; null is allowed.
                change.put("first_name", shown.get("first_name"));
                change.put("last_name", shown.get("last_name"));
                client.call(CHANGE, Map.of("customer", customer, "body", change), ChannelClient.Purpose.WRITE);
            }
        } catch (ChannelException.Rejected e) {
            if (e.status() != 404 && e.status() != 422) {
                throw e;
            }
            gone.add(customer);
        }
    }

    private static Map<String, String> fields(Map<String, Object> traits) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("custom_field_1", text(traits.get("profile_id")));
        fields.put("custom_field_2", text(traits.get("segments")));
        Object value = traits.get("lifetime_value");
        fields.put("custom_field_3", value == null ? "" : value + " " + text(traits.get("currency")));
        fields.put("custom_field_4", text(traits.get("last_order_at")));
        return fields;
    }

    private static String text(Object trait) {
        String text = trait instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : Objects.toString(trait, "");
        return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE);
    }
}
