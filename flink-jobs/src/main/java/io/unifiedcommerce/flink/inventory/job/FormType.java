package io.unifiedcommerce.flink.inventory.job;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink to write a type in our own form. */
final class FormType<T> extends TypeInformation<T> {

    private static final long serialVersionUID = 1L;

    private final Form<T> form;

    FormType(Form<T> form) {
        this.form = form;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<T> getTypeClass() {
        return form.type();
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new FormSerializer<>(form);
    }

    @Override
    public String toString() {
        return form.name();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormType<?> type && type.form == form;
    }

    @Override
    public int hashCode() {
        return form.name().hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof FormType<?>;
    }
}
