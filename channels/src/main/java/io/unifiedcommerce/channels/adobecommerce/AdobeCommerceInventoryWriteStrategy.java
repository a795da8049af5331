package io.unifiedcommerce.channels.adobecommerce;

import io.unifiedcommerce.channel.write.StockCommand;
import io.unifiedcommerce.channel.write.WriteContext;
import io.unifiedcommerce.channel.write.WriteStrategy;
import io.unifiedcommerce.channel.write.Writer;

/**
 * Writes quantities of source items. A command's location says what its numbers mean:
 *
 * <ul>
 *   <li>{@code website:<code>}: units that the website may sell. Magento takes reservations of unshipped orders off what lies at
 *       its sources, and tells them to nobody; so the sources are changed by what the target differs from the salable
 *       quantity, the source of the highest priority first. Needs Magento's stock index to be updated on save, its default.
 *   <li>the code of a source, or nothing for the source {@code default}: units that lie there.
 * </ul>
 *
 * <p>SET is idempotent. CAS is a reading followed by a write, so what changes between the two is overwritten.
 */
public final class AdobeCommerceInventoryWriteStrategy implements WriteStrategy<StockCommand> {
    @Override
    public String name() {
        return "adobe-commerce-inventory";
    }

    @Override
    public Class<StockCommand> commandType() {
        return StockCommand.class;
    }

    @Override
    public Writer<StockCommand> open(WriteContext context) {
        return new AdobeCommerceInventoryWriter(context.client());
    }
}
