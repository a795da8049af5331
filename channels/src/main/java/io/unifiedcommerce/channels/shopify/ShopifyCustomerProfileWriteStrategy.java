package io.unifiedcommerce.channels.shopify;

import io.unifiedcommerce.channel.write.ProfileCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Shows a profile at its customers: its segments as tags that begin with {@code uc:}, its traits as one JSON metafield. Tags
 * of others, names and addresses stay as they are. Consent is only ever taken back: where the profile says that the person
 * withdrew it later than Shopify was told of it, Shopify is told.
 */
public final class ShopifyCustomerProfileWriteStrategy implements WriteStrategy<ProfileCommand> {
    @Override
    public String name() {
        return "shopify-customer-profile";
    }

    @Override
    public Class<ProfileCommand> commandType() {
        return ProfileCommand.class;
    }

    @Override
    public Writer<ProfileCommand> open(WriteContext context) {
        return new ShopifyCustomerProfileWriter(context);
    }
}
