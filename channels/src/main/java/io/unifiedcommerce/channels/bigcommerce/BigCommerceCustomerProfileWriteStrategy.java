package io.unifiedcommerce.channels.bigcommerce;

import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Shows a profile's traits as customer attributes whose names begin with {@code uc_}. Groups, names, addresses and
 * subscriptions stay as they are.
 */
public final class BigCommerceCustomerProfileWriteStrategy implements WriteStrategy<ProfileCommand> {
    @Override
    public String name() {
        return "bigcommerce-customer-profile";
    }

    @Override
    public Class<ProfileCommand> commandType() {
        return ProfileCommand.class;
    }

    @Override
    public Writer<ProfileCommand> open(WriteContext context) {
        return new BigCommerceCustomerProfileWriter(context);
    }
}
