package io.unifiedcommerce.flink.inventory.job;

/**
 * An event that could not be used.
 *
 * @param error class of the error
 * @param message field and what to do; never a value that may be personal
 */
public record DeadLetter(IncomingEvent event, String error, String message) {}
