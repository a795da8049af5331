package io.unifiedcommerce.pos.database;

/**
 * Something that keeps a database from being captured.
 *
 * @param key configuration key at which to say so
 * @param message what is wrong, and the SQL statement that mends it where there is one
 */
public record Finding(String key, String message) {}
