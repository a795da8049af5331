package io.unifiedcommerce.pos.record;

import java.util.Map;

/**
 * One record made of rows.
 *
 * @param id of the record within its stream
 * @param value the rows: the root row under its table's name, the others under the keys that the manifest gives them
 * @param fault why it cannot be mapped, without any value of a row; null when nothing is wrong
 */
public record Assembled(String stream, String id, Map<String, Object> value, String fault) {}
