package io.unifiedcommerce.model;

import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** A generated type, looked at once: how to make a record, which slot a field has, what a missing field becomes. */
final class RecordType {

    private static final ClassValue<RecordType> TYPES = new ClassValue<>() {
        @Override
        protected RecordType computeValue(Class<?> type) {
            return new RecordType(type.asSubclass(SpecificRecord.class));
        }
    };

    private final Constructor<? extends SpecificRecord> constructor;
    private final List<Schema.Field> fields;
    private final FieldType[] types;
    private final Map<String, Integer> slots = new HashMap<>();
    /** Bit n is set when slot n must not stay null. */
    private final long required;

    private RecordType(Class<? extends SpecificRecord> type) {
        Schema schema = SpecificData.get().getSchema(type);
        fields = schema.getFields();
        if (fields.size() > Long.SIZE) {
            throw new IllegalArgumentException(schema.getFullName() + " has more than " + Long.SIZE
                    + " fields: move some to a record of their own");
        }
        try {
            constructor = type.getConstructor();
        } catch (NoSuchMethodException notGenerated) {
            throw new IllegalArgumentException(type + " is not a generated record type", notGenerated);
        }
        types = new FieldType[fields.size()];
        long notNull = 0;
        for (Schema.Field field : fields) {
            int slot = field.pos();
            types[slot] = FieldType.of(field.schema());
            slots.put(field.name(), slot);
            notNull |= types[slot].optional() ? 0 : 1L << slot;
        }
        required = notNull;
    }

    static RecordType of(Class<?> type) {
        return TYPES.get(type);
    }

    /** The generated type of {@code schema}, a record that this type refers to. */
    Class<?> nested(Schema schema) {
        try {
            return Class.forName(
                    schema.getFullName(), true, constructor.getDeclaringClass().getClassLoader());
        } catch (ClassNotFoundException absent) {
            throw new IllegalArgumentException("No generated type for " + schema.getFullName(), absent);
        }
    }

    int size() {
        return types.length;
    }

    String name(int slot) {
        return fields.get(slot).name();
    }

    FieldType type(int slot) {
        return types[slot];
    }

    /** The slot of the field {@code name}, or -1 where there is none. */
    int slot(String name) {
        Integer slot = slots.get(name);
        return slot == null ? -1 : slot;
    }

    SpecificRecord create() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot make a " + constructor.getDeclaringClass(), impossible);
        }
    }

    /**
     * Gives each field without a bit in {@code present} its default.
     *
     * @throws ModelException if a field without a default is missing
     */
    void complete(SpecificRecord record, long present) {
        for (long missing = required & ~present; missing != 0; missing &= missing - 1) {
            int slot = Long.numberOfTrailingZeros(missing);
            Schema.Field field = fields.get(slot);
            if (!field.hasDefaultValue()) {
                throw new ModelException("required field is missing").inField(field.name());
            }
            record.put(slot, types[slot].defaultValue(field));
        }
    }
}
