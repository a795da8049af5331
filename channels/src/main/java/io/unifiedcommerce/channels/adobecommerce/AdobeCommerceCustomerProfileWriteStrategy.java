package io.unifiedcommerce.channels.adobecommerce;

import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Shows a profile's traits as custom attributes of customers whose codes begin with {@code uc_}. Staff make the attributes, for
 * no API does; traits without one are left out. Names, addresses, groups, subscriptions and other attributes stay as they are.
 */
public final class AdobeCommerceCustomerProfileWriteStrategy implements WriteStrategy<ProfileCommand> {
    @Override
    public String name() {
        return "adobe-commerce-customer-profile";
    }

    @Override
    public Class<ProfileCommand> commandType() {
        return ProfileCommand.class;
    }

    @Override
    public Writer<ProfileCommand> open(WriteContext context) {
        return new AdobeCommerceCustomerProfileWriter(context.client(), context.clock());
    }
}
