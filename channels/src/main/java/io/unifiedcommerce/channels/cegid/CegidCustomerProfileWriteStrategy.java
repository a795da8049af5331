package io.unifiedcommerce.channels.cegid;

import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Shows a profile's traits in user fields of Y2's customers; the tenant says which trait goes into which field. Everything else
 * stays as it was read a moment before, so that an edit in a store within that moment is undone.
 */
public final class CegidCustomerProfileWriteStrategy implements WriteStrategy<ProfileCommand> {
    @Override
    public String name() {
        return "cegid-customer-profile";
    }

    @Override
    public Class<ProfileCommand> commandType() {
        return ProfileCommand.class;
    }

    @Override
    public Writer<ProfileCommand> open(WriteContext context) {
        return new CegidCustomerProfileWriter(context);
    }
}
