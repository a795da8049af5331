package io.unifiedcommerce.channels.adobecommerce;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.ProfileTraits;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.channel.write.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Reads a customer, merges the attributes and writes the customer back: Magento takes what it is sent for whole, so what is left
 * out may be emptied. Only addresses and subscriptions are kept when they are left out, and so they are.
 */
final class AdobeCommerceCustomerProfileWriter implements Writer<ProfileCommand> {
    private static final String PREFIX = "uc_";
    private static final int MAX_VALUE = 255;
    private static final RequestSpec DEFINED = WriteRequests.get("/V1/attributeMetadata/customer/custom", Map.of());
    private static final RequestSpec READ = WriteRequests.get("/V1/customers/${customer}", Map.of());
    private static final RequestSpec REPLACE = WriteRequests.json("PUT", "/V1/customers/${customer}");
    private static final Path ROWS = Path.parse("$");
    private static final Path CODE = Path.parse("attribute_code");
    private static final Path ATTRIBUTES = Path.parse("custom_attributes");
    private static final Path VALUE = Path.parse("value");
    /** What Magento keeps when it is not sent, and might undo when it is. */
    private static final Set<String> KEPT =
            Set.of("addresses", "extension_attributes", "custom_attributes", "created_at", "updated_at", "created_in");

    private final ChannelClient client;
    private final Clock clock;
    private List<String> traits;

    AdobeCommerceCustomerProfileWriter(ChannelClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public void write(List<ProfileCommand> commands, BiConsumer<ProfileCommand, WriteOutcome> outcomes) {
        for (ProfileCommand command : commands) {
            outcomes.accept(command, command.profile() == null ? unfindable() : write(command));
        }
    }

    private static WriteOutcome unfindable() {
        return new WriteOutcome.Rejected("Magento cannot find the customers of a profile that is gone; set"
                + " behavior.on.null.values to ignore");
    }

    private WriteOutcome write(ProfileCommand command) {
        if (shownTraits().isEmpty()) {
            return new WriteOutcome.Rejected(
                    "the shop has no customer attribute for a profile; make text attributes such as "
                            + ProfileTraits.NAMES.stream()
                                    .map(PREFIX::concat)
                                    .limit(3)
                                    .collect(Collectors.joining(", "))
                            + " in Stores > Attributes > Customer");
        }
        List<String> refused = new ArrayList<>();
        for (String customer : accounts(command)) {
            try {
                write(command, customer);
            } catch (ChannelException.Rejected e) {
                refused.add(
                        "customer " + customer + " (" + (e.status() == 404 ? "gone" : "status " + e.status()) + ")");
            }
        }
        return refused.isEmpty()
                ? new WriteOutcome.Applied(null, null, clock.instant())
                : new WriteOutcome.Rejected("Magento refused the attributes of " + String.join(", ", refused));
    }

    private void write(ProfileCommand command, String customer) {
        Object now = client.call(READ, Map.of("customer", customer), ChannelClient.Purpose.WRITE)
                .body();
        Map<String, Object> before = new LinkedHashMap<>();
        ATTRIBUTES.list(now).forEach(attribute -> before.put(CODE.string(attribute), VALUE.get(attribute)));
        Map<String, Object> after = new LinkedHashMap<>(before);
        Map<String, String> texts = ProfileTraits.texts(command.profile(), MAX_VALUE);
        shownTraits().forEach(trait -> {
            String text = texts.get(trait);
            if (!text.isEmpty() || before.containsKey(PREFIX + trait)) {
                after.put(PREFIX + trait, text);
            }
        });
        if (after.equals(before)) {
            return;
        }
        Map<String, Object> replacement = new LinkedHashMap<>();
        ((Map<?, ?>) now).forEach((key, value) -> {
            if (!KEPT.contains(key.toString()) && value != null) {
                replacement.put(key.toString(), value);
            }
        });
        List<Map<String, Object>> attributes = new ArrayList<>();
        // Magento refuses null, though it may answer it.
        after.forEach((code, value) ->
                attributes.add(Map.of("attribute_code", code, "value", Objects.requireNonNullElse(value, ""))));
        replacement.put("custom_attributes", attributes);
        client.call(
                REPLACE,
                Map.of("customer", customer, "body", Map.of("customer", replacement)),
                ChannelClient.Purpose.WRITE);
    }

    /** The traits for which staff made an attribute. */
    private List<String> shownTraits() {
        if (traits == null) {
            Object body =
                    client.call(DEFINED, Map.of(), ChannelClient.Purpose.WRITE).body();
            List<String> codes = ROWS.list(body).stream().map(CODE::string).toList();
            traits = ProfileTraits.NAMES.stream()
                    .filter(trait -> codes.contains(PREFIX + trait))
                    .toList();
        }
        return traits;
    }

    /** Guests are members of a profile too, but have no customer record. */
    private static List<String> accounts(ProfileCommand command) {
        return command.customerIds().stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .toList();
    }
}
