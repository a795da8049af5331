package io.unifiedcommerce.tck.fake.sapcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A set of entities of an integration object.
 *
 * @param rows everything that is there, each as a tree in which nothing is deferred
 * @param change takes a row and the attributes to be changed; null where the set is only read
 */
record EntitySet(EntityShape shape, Supplier<Collection<ObjectNode>> rows, BiConsumer<ObjectNode, JsonNode> change) {

    static EntitySet readOnly(String shape, Supplier<Collection<ObjectNode>> rows) {
        return new EntitySet(EntityShape.of(shape), rows, null);
    }
}
