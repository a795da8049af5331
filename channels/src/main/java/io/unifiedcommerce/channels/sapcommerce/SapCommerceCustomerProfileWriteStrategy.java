package io.unifiedcommerce.channels.sapcommerce;

import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Shows a profile's traits as attributes of the customer whose names begin with {@code uc}. Names, addresses, groups and
 * consents stay as they are, and no customer is ever made.
 */
public final class SapCommerceCustomerProfileWriteStrategy implements WriteStrategy<ProfileCommand> {
    @Override
    public String name() {
        return "sap-commerce-customer-profile";
    }

    @Override
    public Class<ProfileCommand> commandType() {
        return ProfileCommand.class;
    }

    @Override
    public Writer<ProfileCommand> open(WriteContext context) {
        return new SapCommerceCustomerProfileWriter(context);
    }
}
