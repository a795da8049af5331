package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteOutcome;
import io.unifiedcommerce.channel.write.WriteRequests;
import io.unifiedcommerce.channel.write.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads the customers, writes what differs. Each step may be repeated. */
final class ShopifyCustomerProfileWriter implements Writer<ProfileCommand> {
    private static final RequestSpec CUSTOMERS = WriteRequests.graphql("queries/write-customers.graphql", "ids");
    private static final Path NODES = Path.parse("data.nodes");
    private static final Path ID = Path.parse("id");
    private static final Path TAGS = Path.parse("tags");
    private static final Path TRAITS = Path.parse("traits.value");
    private static final String PREFIX = "gid://shopify/Customer/";
    private static final int CUSTOMERS_PER_READ = 50;

    private final ChannelClient client;
    private final Clock clock;
    private final CustomerTags tags;
    private final CustomerTraits traits;

    ShopifyCustomerProfileWriter(WriteContext context) {
        this.client = context.client();
        this.clock = context.clock();
        this.tags = new CustomerTags(context.client());
        this.traits = new CustomerTraits(context.client());
    }

    @Override
    public void write(List<ProfileCommand> commands, BiConsumer<ProfileCommand, WriteOutcome> outcomes) {
        Map<String, Object> customers = read(commands);
        Map<String, String> refused = traits.write(changedTraits(commands, customers));
        for (ProfileCommand command : commands) {
            List<String> refusals = new ArrayList<>();
            if (command.profile() == null) {
                remove(command.profileId(), refusals);
            } else {
                for (String customer : accounts(command)) {
                    if (customers.containsKey(customer)) {
                        add(refusals, refused.get(customer));
                        update(command, customer, customers.get(customer), refusals);
                    }
                }
            }
            outcomes.accept(
                    command,
                    refusals.isEmpty()
                            ? new WriteOutcome.Applied(null, null, clock.instant())
                            : new WriteOutcome.Rejected("Shopify refused " + String.join("; ", refusals)));
        }
    }

    private void update(ProfileCommand command, String id, Object customer, List<String> refusals) {
        add(refusals, tags.replace(id, TAGS.list(customer), CustomerTags.of(command.profile())));
        for (CustomerConsent consent : CustomerConsent.values()) {
            add(
                    refusals,
                    consent.withdraw(client, id, customer, command.profile().getConsents()));
        }
    }

    /** A customer that another profile took over carries that one's tag instead and is not found here. */
    private void remove(String profileId, List<String> refusals) {
        for (Object customer : tags.customersOf(profileId)) {
            String id = ID.string(customer);
            add(refusals, traits.delete(id));
            add(refusals, tags.replace(id, TAGS.list(customer), List.of()));
        }
    }

    /** The customers that exist, by id; a member may have been deleted in the store. */
    private Map<String, Object> read(List<ProfileCommand> commands) {
        List<String> ids = commands.stream()
                .map(ShopifyCustomerProfileWriter::accounts)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        Map<String, Object> customers = new HashMap<>();
        for (int from = 0; from < ids.size(); from += CUSTOMERS_PER_READ) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + CUSTOMERS_PER_READ));
            Object body = client.call(CUSTOMERS, Map.of("ids", some), ChannelClient.Purpose.WRITE)
                    .body();
            for (Object customer : NODES.list(body)) {
                if (customer != null) {
                    customers.put(ID.string(customer), customer);
                }
            }
        }
        return customers;
    }

    private static Map<String, String> changedTraits(List<ProfileCommand> commands, Map<String, Object> customers) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (ProfileCommand command : commands) {
            if (command.profile() != null) {
                String json = CustomerTraits.json(command.profile());
                accounts(command).stream()
                        .filter(id -> customers.containsKey(id)
                                && !CustomerTraits.same(TRAITS.string(customers.get(id)), json))
                        .forEach(id -> changed.put(id, json));
            }
        }
        return changed;
    }

    /** Guests are members of a profile too, but have no customer record. */
    private static List<String> accounts(ProfileCommand command) {
        return command.customerIds().stream()
                .filter(id -> id.matches("\\d{1,19}"))
                .map(PREFIX::concat)
                .toList();
    }

    private static void add(List<String> refusals, String refusal) {
        if (refusal != null) {
            refusals.add(refusal);
        }
    }
}
