package io.unifiedcommerce.channels.sapcommerce;

import io.unifiedcommerce.channel.record.Path;
import java.util.Set;
import java.util.TreeSet;

/** The description of an integration object (EDMX of OData 2, as a tree): its entity sets and the attributes of their entities. */
final class EntityModel {
    private static final Path SCHEMAS = Path.parse("Edmx.DataServices.Schema");
    private static final Path CONTAINERS = Path.parse("EntityContainer");
    private static final Path SETS = Path.parse("EntitySet");
    private static final Path TYPES = Path.parse("EntityType");
    private static final Path TYPE_OF_SET = Path.parse("@EntityType");
    private static final Path PROPERTIES = Path.parse("Property");
    private static final Path NAVIGATIONS = Path.parse("NavigationProperty");
    private static final Path NAME = Path.parse("@Name");

    private final Object document;

    EntityModel(Object document) {
        this.document = document;
    }

    /** Names of the entity sets. */
    Set<String> sets() {
        Set<String> names = new TreeSet<>();
        for (Object schema : SCHEMAS.list(document)) {
            for (Object container : CONTAINERS.list(schema)) {
                SETS.list(container).forEach(set -> names.add(String.valueOf(NAME.string(set))));
            }
        }
        return names;
    }

    /** Names of the properties of a set's entities, those that lead to other entities included; empty for an unknown set. */
    Set<String> attributes(String set) {
        String type = typeOf(set);
        Set<String> names = new TreeSet<>();
        for (Object schema : SCHEMAS.list(document)) {
            for (Object entity : TYPES.list(schema)) {
                if (type != null && type.equals(NAME.string(entity))) {
                    PROPERTIES.list(entity).forEach(property -> names.add(String.valueOf(NAME.string(property))));
                    NAVIGATIONS.list(entity).forEach(property -> names.add(String.valueOf(NAME.string(property))));
                }
            }
        }
        return names;
    }

    /** The name of the type without its schema; null for an unknown set. */
    private String typeOf(String set) {
        for (Object schema : SCHEMAS.list(document)) {
            for (Object container : CONTAINERS.list(schema)) {
                for (Object known : SETS.list(container)) {
                    String type = TYPE_OF_SET.string(known);
                    if (set.equals(NAME.string(known)) && type != null) {
                        return type.substring(type.lastIndexOf('.') + 1);
                    }
                }
            }
        }
        return null;
    }
}
