package io.unifiedcommerce.channels.salesforcecommerce;

import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/** Writes a profile's traits to custom attributes of customers, which the merchant defines beforehand; an upsert. */
public final class SalesforceCustomerProfileWriteStrategy implements WriteStrategy<ProfileCommand> {
    @Override
    public String name() {
        return "salesforce-commerce-customer-profile";
    }

    @Override
    public Class<ProfileCommand> commandType() {
        return ProfileCommand.class;
    }

    @Override
    public Writer<ProfileCommand> open(WriteContext context) {
        return new SalesforceCustomerProfileWriter(context);
    }
}
