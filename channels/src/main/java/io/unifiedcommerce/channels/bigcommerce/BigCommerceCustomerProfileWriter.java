package io.unifiedcommerce.channels.bigcommerce;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.write.Bisection;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.ProfileTraits;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.channel.write.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Upserts the attribute values that differ; values that are right already would only cause change events. */
final class BigCommerceCustomerProfileWriter implements Writer<ProfileCommand> {
    private static final RequestSpec UPSERT = WriteRequests.json("PUT", "/v3/customers/attribute-values");
    private static final int ROWS = 10;
    private static final int CUSTOMERS_PER_READ = 30;
    private static final int MAX_VALUE = 255;

    private final ChannelClient client;
    private final Clock clock;
    private final CustomerAttributes attributes;

    private record Row(ProfileCommand command, CustomerAttributes.Key key, String value) {
        Map<String, Object> json() {
            return Map.of("customer_id", key.customerId(), "attribute_id", key.attributeId(), "value", value);
        }
    }

    BigCommerceCustomerProfileWriter(WriteContext context) {
        this.client = context.client();
        this.clock = context.clock();
        this.attributes = new CustomerAttributes(context.client());
    }

    @Override
    public void write(List<ProfileCommand> commands, BiConsumer<ProfileCommand, WriteOutcome> outcomes) {
        Map<CustomerAttributes.Key, String> shown = shown(commands);
        for (ProfileCommand command : commands) {
            if (command.profile() == null) {
                outcomes.accept(
                        command,
                        new WriteOutcome.Rejected("BigCommerce cannot find the customers of a profile that is gone; set"
                                + " behavior.on.null.values to ignore"));
                continue;
            }
            Set<Long> refused = new HashSet<>();
            Bisection<Row, Answer> requests = new Bisection<>(
                    rows -> client.call(
                            UPSERT, Map.of("body", rows.stream().map(Row::json).toList()), ChannelClient.Purpose.WRITE),
                    (rows, answer) -> {},
                    (row, refusal) -> refused.add(row.key().customerId()));
            List<Row> rows = rows(command, shown);
            for (int from = 0; from < rows.size(); from += ROWS) {
                requests.send(rows.subList(from, Math.min(rows.size(), from + ROWS)));
            }
            outcomes.accept(command, outcome(refused));
        }
    }

    private WriteOutcome outcome(Set<Long> refused) {
        return refused.isEmpty()
                ? new WriteOutcome.Applied(null, null, clock.instant())
                : new WriteOutcome.Rejected("BigCommerce refused the attributes of "
                        + refused.stream().sorted().map(id -> "customer " + id).collect(Collectors.joining(", "))
                        + "; the customer may have been deleted");
    }

    private Map<CustomerAttributes.Key, String> shown(List<ProfileCommand> commands) {
        List<Long> customers = commands.stream()
                .flatMap(command -> accounts(command).stream())
                .distinct()
                .toList();
        Map<CustomerAttributes.Key, String> shown = new HashMap<>();
        for (int from = 0; from < customers.size(); from += CUSTOMERS_PER_READ) {
            shown.putAll(
                    attributes.values(customers.subList(from, Math.min(customers.size(), from + CUSTOMERS_PER_READ))));
        }
        return shown;
    }

    private List<Row> rows(ProfileCommand command, Map<CustomerAttributes.Key, String> shown) {
        Map<String, String> traits = ProfileTraits.texts(command.profile(), MAX_VALUE);
        List<Row> rows = new ArrayList<>();
        for (long customer : accounts(command)) {
            attributes.ids().forEach((trait, id) -> {
                CustomerAttributes.Key key = new CustomerAttributes.Key(customer, id);
                String value = traits.get(trait);
                if (!value.equals(Objects.requireNonNullElse(shown.get(key), ""))) {
                    rows.add(new Row(command, key, value));
                }
            });
        }
        return rows;
    }

    /** Guests are members of a profile too, but have no customer record. */
    private static List<Long> accounts(ProfileCommand command) {
        return command.customerIds().stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }
}
