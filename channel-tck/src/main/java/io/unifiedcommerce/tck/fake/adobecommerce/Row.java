package io.unifiedcommerce.tck.fake.adobecommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * One thing in a listing.
 *
 * @param columns what can be filtered and sorted by: numbers and texts, times as the platform writes them
 */
record Row(Map<String, Object> columns, ObjectNode json) {}
