package io.unifiedcommerce.channels.lightspeed;

import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Shows a profile's traits in the four free fields that a customer of X-Series has: profile, segments, what was spent, and when
 * last. Names, addresses, consents and the loyalty balance stay as they are.
 */
public final class LightspeedXCustomerProfileWriteStrategy implements WriteStrategy<ProfileCommand> {
    @Override
    public String name() {
        return "lightspeed-x-customer-profile";
    }

    @Override
    public Class<ProfileCommand> commandType() {
        return ProfileCommand.class;
    }

    @Override
    public Writer<ProfileCommand> open(WriteContext context) {
        return new LightspeedXCustomerProfileWriter(context);
    }
}
