package io.unifiedcommerce.model;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/** Compares two versions of a schema: fields with a default may have come, nothing else may have changed. */
final class Additions {

    private final List<String> violations = new ArrayList<>();

    private Additions() {}

    /** What is wrong, each with the path of the field. */
    static List<String> violations(Schema old, Schema now) {
        Additions additions = new Additions();
        additions.compare(old.getName(), old, now);
        return additions.violations;
    }

    private void compare(String path, Schema old, Schema now) {
        if (!type(old).equals(type(now))) {
            violations.add(path + " was " + type(old) + " and is " + type(now));
            return;
        }
        switch (old.getType()) {
            case RECORD -> compareFields(path, old, now);
            case ARRAY -> compare(path + "[]", old.getElementType(), now.getElementType());
            case MAP -> compare(path + "{}", old.getValueType(), now.getValueType());
            case UNION -> compareBranches(path, old.getTypes(), now.getTypes());
            default -> {}
        }
    }

    private static String type(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        return logical == null ? schema.getFullName() : logical.getName() + " in " + schema.getFullName();
    }

    private void compareFields(String path, Schema old, Schema now) {
        for (Schema.Field was : old.getFields()) {
            Schema.Field is = now.getField(was.name());
            String field = path + "." + was.name();
            if (is == null) {
                violations.add(field + " was removed or renamed");
            } else {
                compare(field, was.schema(), is.schema());
                compareDefaults(field, was, is);
                compareValues(field, was, is);
            }
        }
        for (Schema.Field is : now.getFields()) {
            if (old.getField(is.name()) == null && !is.hasDefaultValue()) {
                violations.add(path + "." + is.name() + " was added without a default");
            }
        }
    }

    private void compareBranches(String path, List<Schema> old, List<Schema> now) {
        for (int i = 0; i < old.size(); i++) {
            compare(path, old.get(i), now.get(i));
        }
    }

    private void compareDefaults(String field, Schema.Field was, Schema.Field is) {
        if (!String.valueOf(was.defaultVal()).equals(String.valueOf(is.defaultVal()))) {
            violations.add(field + " had the default " + was.defaultVal() + " and has " + is.defaultVal());
        }
    }

    private void compareValues(String field, Schema.Field was, Schema.Field is) {
        if (was.getObjectProp("values") instanceof List<?> before
                && is.getObjectProp("values") instanceof List<?> after
                && !after.containsAll(before)) {
            violations.add(field + " had the values " + before + " and has " + after);
        }
    }
}
