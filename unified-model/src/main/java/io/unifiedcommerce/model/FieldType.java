package io.unifiedcommerce.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * The type of a field in the model's own words. The model uses few of Avro's types; everything derived from it is a
 * switch over these kinds.
 *
 * @param schema Avro schema without the null of an optional field
 * @param optional whether the field may be null
 */
record FieldType(Kind kind, Schema schema, boolean optional) {

    enum Kind {
        STRING,
        LONG,
        DOUBLE,
        BOOLEAN,
        AMOUNT,
        INSTANT,
        RECORD,
        ARRAY,
        MAP
    }

    static FieldType of(Schema schema) {
        if (!schema.isUnion()) {
            return new FieldType(kind(schema), schema, false);
        }
        List<Schema> branches = schema.getTypes();
        if (branches.size() != 2 || branches.get(0).getType() != Schema.Type.NULL) {
            throw unsupported(schema);
        }
        return new FieldType(kind(branches.get(1)), branches.get(1), true);
    }

    /** The type of an array's elements or of a map's values. */
    FieldType element() {
        return of(kind == Kind.ARRAY ? schema.getElementType() : schema.getValueType());
    }

    /** A default of its own for each caller: collections can be changed. */
    Object defaultValue(Schema.Field field) {
        return switch (kind) {
            case ARRAY -> new ArrayList<>(0);
            case MAP -> new LinkedHashMap<>(4);
            default -> GenericData.get().getDefaultValue(field);
        };
    }

    private static Kind kind(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> Kind.STRING;
            case DOUBLE -> Kind.DOUBLE;
            case BOOLEAN -> Kind.BOOLEAN;
            case RECORD -> Kind.RECORD;
            case ARRAY -> Kind.ARRAY;
            case MAP -> Kind.MAP;
            case LONG -> {
                if (schema.getLogicalType() == null) {
                    yield Kind.LONG;
                }
                if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
                    yield Kind.INSTANT;
                }
                throw unsupported(schema);
            }
            case BYTES -> {
                if (LogicalTypes.decimal(Amounts.PRECISION, Amounts.SCALE).equals(schema.getLogicalType())) {
                    yield Kind.AMOUNT;
                }
                throw unsupported(schema);
            }
            default -> throw unsupported(schema);
        };
    }

    private static IllegalArgumentException unsupported(Schema schema) {
        return new IllegalArgumentException("The model has no field of type " + schema);
    }
}
