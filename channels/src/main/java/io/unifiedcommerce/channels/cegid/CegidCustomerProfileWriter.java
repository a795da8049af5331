package io.unifiedcommerce.channels.cegid;

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
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Reads each customer, and writes those whose user fields differ. */
final class CegidCustomerProfileWriter implements Writer<ProfileCommand> {
    private static final String ACTION = "http://www.cegid.fr/Retail/1.0/ICustomerWcfService/";
    private static final RequestSpec READ =
            WriteRequests.soap("/CustomerWcfService.svc", "requests/customer.xml", ACTION + "GetCustomerDetail");
    private static final RequestSpec UPDATE =
            WriteRequests.soap("/CustomerWcfService.svc", "requests/update-customer.xml", ACTION + "UpdateCustomer");
    private static final Path CUSTOMER = Path.parse("GetCustomerDetailResponse.GetCustomerDetailResult");

    private final ChannelClient client;
    private final Clock clock;
    private final UserFields fields;
    private final boolean whole;

    CegidCustomerProfileWriter(WriteContext context) {
        this.client = context.client();
        this.clock = context.clock();
        this.fields = UserFields.parse(context.options().get("cegid.profile.user.fields"));
        this.whole = "whole".equals(context.options().get("cegid.customer.update"));
    }

    @Override
    public void write(List<ProfileCommand> commands, BiConsumer<ProfileCommand, WriteOutcome> outcomes) {
        for (ProfileCommand command : commands) {
            outcomes.accept(command, outcome(command));
        }
    }

    private WriteOutcome outcome(ProfileCommand command) {
        if (command.profile() == null) {
            return new WriteOutcome.Rejected(
                    "Y2 cannot find the customers of a profile that is gone; set behavior.on.null.values to ignore");
        }
        Map<String, String> refused = new TreeMap<>();
        Map<String, Object> traits = ProfileTraits.of(command.profile());
        for (String customer : command.customerIds()) {
            try {
                update(customer, traits);
            } catch (ChannelException.Rejected e) {
                refused.put(customer, e.getMessage());
            }
        }
        return refused.isEmpty()
                ? new WriteOutcome.Applied(null, null, clock.instant())
                : new WriteOutcome.Rejected("Y2 refused " + refused);
    }

    private void update(String id, Map<String, Object> traits) {
        Object found = CUSTOMER.get(
                client.call(READ, Map.of("id", id), ChannelClient.Purpose.WRITE).body());
        if (!(found instanceof Map<?, ?> customer)) {
            // A till's customer may have been merged into another, or closed and removed.
            return;
        }
        List<Object> written = fields.written(customer.get("UserFields"), traits);
        if (written == null) {
            return;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        if (whole) {
            customer.forEach((key, value) -> data.put(String.valueOf(key), value));
        }
        data.put("UserFields", Map.of("UserField", written));
        client.call(UPDATE, Map.of("id", id, "customer", data), ChannelClient.Purpose.WRITE);
    }
}
