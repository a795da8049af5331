package io.unifiedcommerce.channel.write;

import io.unifiedcommerce.channel.hook.Hooks;

/**
 * How one platform takes one kind of command. Implementations are stateless and found through ServiceLoader by their short
 * name, which a manifest's {@code writes} gives.
 *
 * @param <C> the kind of command
 */
public interface WriteStrategy<C extends WriteCommand> {

    /** The short name, such as {@code shopify-inventory}. */
    String name();

    /** The kind of command it takes. */
    Class<C> commandType();

    /** Makes a writer for one store; sends nothing. */
    Writer<C> open(WriteContext context);

    /**
     * The strategy of that name.
     *
     * @throws IllegalArgumentException when there is none, or it takes other commands
     */
    @SuppressWarnings("unchecked")
    static <C extends WriteCommand> WriteStrategy<C> named(String name, Class<C> commandType) {
        WriteStrategy<?> strategy = Hooks.named(WriteStrategy.class, name, hook -> hook.name());
        if (strategy.commandType() != commandType) {
            throw new IllegalArgumentException("hook '" + name + "' takes "
                    + strategy.commandType().getSimpleName() + ", not " + commandType.getSimpleName());
        }
        return (WriteStrategy<C>) strategy;
    }
}
