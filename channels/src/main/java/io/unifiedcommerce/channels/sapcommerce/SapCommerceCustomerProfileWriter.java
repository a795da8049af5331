package io.unifiedcommerce.channels.sapcommerce;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.ProfileTraits;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.Writer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Changes the attributes that differ; a write that changes nothing would only move the customer's time of change. */
final class SapCommerceCustomerProfileWriter implements Writer<ProfileCommand> {
    private final EntitySet customers;
    private final Clock clock;

    SapCommerceCustomerProfileWriter(WriteContext context) {
        this.customers = new EntitySet(context.client(), "sap.profile");
        this.clock = context.clock();
    }

    @Override
    public void write(List<ProfileCommand> commands, BiConsumer<ProfileCommand, WriteOutcome> outcomes) {
        for (ProfileCommand command : commands) {
            if (command.profile() == null) {
                outcomes.accept(
                        command,
                        new WriteOutcome.Rejected(
                                "SAP Commerce cannot find the customers of a profile that is gone; set"
                                        + " behavior.on.null.values to ignore"));
                continue;
            }
            Map<String, Object> wanted = attributes(command);
            Set<String> problems = new TreeSet<>();
            for (String uid : command.customerIds()) {
                String problem = write(uid, wanted);
                if (problem != null) {
                    problems.add(problem);
                }
            }
            outcomes.accept(
                    command,
                    problems.isEmpty()
                            ? new WriteOutcome.Applied(null, null, clock.instant())
                            : new WriteOutcome.Rejected(String.join("; ", problems)));
        }
    }

    /** Null, or why a customer could not be written to; no uid, for it is an e-mail address. */
    private String write(String uid, Map<String, Object> wanted) {
        List<Object> found = customers.find("uid eq " + EntitySet.literal(uid), null);
        if (found.isEmpty()) {
            return "a customer is not there any more";
        }
        Map<String, Object> different = new LinkedHashMap<>(wanted);
        different
                .entrySet()
                .removeIf(attribute ->
                        Objects.equals(Path.parse(attribute.getKey()).string(found.get(0)), attribute.getValue()));
        if (different.isEmpty()) {
            return null;
        }
        try {
            customers.change(found.get(0), different);
            return null;
        } catch (ChannelException.Rejected refusal) {
            return "SAP Commerce refused the attributes of a customer: " + EntitySet.reason(refusal);
        }
    }

    /** All attributes by name; null for what the profile does not tell, which empties them. */
    private static Map<String, Object> attributes(ProfileCommand command) {
        Map<String, Object> traits = ProfileTraits.of(command.profile());
        Map<String, Object> attributes = new LinkedHashMap<>();
        ProfileTraits.NAMES.forEach(trait -> attributes.put(attribute(trait), text(traits.get(trait))));
        return attributes;
    }

    /** Such as ucLastOrderAt for last_order_at. */
    private static String attribute(String trait) {
        return "uc"
                + List.of(trait.split("_")).stream()
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private static String text(Object trait) {
        if (trait instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return trait == null ? null : trait.toString();
    }
}
