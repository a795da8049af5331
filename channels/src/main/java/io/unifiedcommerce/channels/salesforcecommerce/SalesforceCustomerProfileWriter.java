package io.unifiedcommerce.channels.salesforcecommerce;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.ProfileTraits;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.channel.write.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Reads each customer and changes the custom attributes that differ; values that are right already would only be a change. */
final class SalesforceCustomerProfileWriter implements Writer<ProfileCommand> {
    private static final String CUSTOMER = "/customer/customers/v1/organizations/f_ecom_${salesforce.tenant.id}"
            + "/customer-lists/${salesforce.customer.list.id}/customers/${customer}";
    private static final RequestSpec READ = WriteRequests.get(CUSTOMER, Map.of());
    private static final RequestSpec CHANGE = WriteRequests.json("PATCH", CUSTOMER);
    private static final String ATTRIBUTE_OPTION = "salesforce.profile.attribute";
    private static final int NOT_FOUND = 404;
    /** Characters of an attribute of type string. */
    private static final int LONGEST = 4000;

    private final WriteContext context;
    private final String attribute;

    SalesforceCustomerProfileWriter(WriteContext context) {
        this.context = context;
        this.attribute = "c_" + context.options().getOrDefault(ATTRIBUTE_OPTION, "ucProfile");
    }

    @Override
    public void write(List<ProfileCommand> commands, BiConsumer<ProfileCommand, WriteOutcome> outcomes) {
        for (ProfileCommand command : commands) {
            if (command.profile() == null) {
                outcomes.accept(
                        command,
                        new WriteOutcome.Rejected("Salesforce cannot find the customers of a profile that is gone; set"
                                + " behavior.on.null.values to ignore"));
            } else {
                outcomes.accept(command, written(command));
            }
        }
    }

    private WriteOutcome written(ProfileCommand command) {
        Map<String, String> values = values(command);
        Map<String, String> refused = new TreeMap<>();
        for (String customer : command.customerIds()) {
            try {
                change(customer, values);
            } catch (ChannelException.Rejected e) {
                refused.put(
                        customer,
                        e.status() == NOT_FOUND
                                ? "there is no such customer"
                                : "status " + e.status() + "; are the custom attributes " + values.keySet()
                                        + " defined for profiles?");
            }
        }
        return refused.isEmpty()
                ? new WriteOutcome.Applied(null, null, context.clock().instant())
                : new WriteOutcome.Rejected(refused.entrySet().stream()
                        .map(entry -> "customer " + entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private void change(String customer, Map<String, String> values) {
        Object shown = context.client()
                .call(READ, Map.of("customer", customer), ChannelClient.Purpose.WRITE)
                .body();
        Map<String, Object> changes = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Object old = shown instanceof Map<?, ?> fields ? fields.get(name) : null;
            if (!value.equals(Objects.toString(old, ""))) {
                changes.put(name, value);
            }
        });
        if (!changes.isEmpty()) {
            // The published contract wants these two in every change.
            changes.put("customerNo", customer);
            changes.put("lastName", Path.parse("lastName").get(shown));
            context.client().call(CHANGE, Map.of("customer", customer, "body", changes), ChannelClient.Purpose.WRITE);
        }
    }

    /** Values by attribute; empty for what the profile does not have, so that what it had is taken away. */
    private Map<String, String> values(ProfileCommand command) {
        Map<String, String> values = new LinkedHashMap<>();
        ProfileTraits.texts(command.profile(), LONGEST).forEach((trait, text) -> values.put(attribute(trait), text));
        return values;
    }

    /** {@code last_order_at} becomes {@code c_ucProfileLastOrderAt}; the profile's id has the plain name. */
    private String attribute(String trait) {
        if (trait.equals("profile_id")) {
            return attribute;
        }
        StringBuilder name = new StringBuilder(attribute);
        for (String word : trait.split("_")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
