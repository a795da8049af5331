package io.unifiedcommerce.channel.write;

/** Something to be written to one store. */
public sealed interface WriteCommand permits StockCommand, ProfileCommand {}
