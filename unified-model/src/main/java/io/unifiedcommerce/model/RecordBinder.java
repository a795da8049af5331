package io.unifiedcommerce.model;

import org.apache.avro.specific.SpecificRecord;

/** Makes records of one generated type from Structs and Maps. */
final class RecordBinder implements ValueBinder {

    private static final ClassValue<RecordBinder> BINDERS = new ClassValue<>() {
        @Override
        protected RecordBinder computeValue(Class<?> type) {
            return new RecordBinder(RecordType.of(type));
        }
    };

    private final RecordType type;
    private final ValueBinder[] binders;

    private RecordBinder(RecordType type) {
        this.type = type;
        this.binders = new ValueBinder[type.size()];
        for (int slot = 0; slot < binders.length; slot++) {
            binders[slot] = ValueBinder.of(type.type(slot), type);
        }
    }

    static RecordBinder of(Class<?> type) {
        return BINDERS.get(type);
    }

    @Override
    public SpecificRecord bind(Object source) {
        Fields fields = Fields.of(source);
        if (fields == null) {
            throw ValueBinder.unexpected("a record", source);
        }
        SpecificRecord record = type.create();
        long present = 0;
        for (int slot = 0; slot < binders.length; slot++) {
            Object value = fields.get(type.name(slot));
            if (value != null) {
                record.put(slot, bind(slot, value));
                present |= 1L << slot;
            }
        }
        type.complete(record, present);
        return record;
    }

    private Object bind(int slot, Object value) {
        try {
            return binders[slot].bind(value);
        } catch (ModelException unfit) {
            throw unfit.inField(type.name(slot));
        }
    }
}
