package io.unifiedcommerce.flink.inventory.job;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Writes a type in our own form. */
final class FormSerializer<T> extends TypeSerializer<T> {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_BYTES = 256;

    private final Form<T> form;

    FormSerializer(Form<T> form) {
        this.form = form;
    }

    Form<T> form() {
        return form;
    }

    @Override
    public boolean isImmutableType() {
        return form.isImmutable();
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        if (form.isImmutable()) {
            return from;
        }
        try {
            DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
            form.codec().write(from, out);
            return form.codec().read(new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()));
        } catch (IOException broken) {
            throw new IllegalStateException("A " + form.name() + " cannot be read back as it was written", broken);
        }
    }

    @Override
    public T copy(T from, T reuse) {
        return copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        form.codec().write(value, target);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        return form.codec().read(source);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormSerializer<?> serializer && serializer.form == form;
    }

    @Override
    public int hashCode() {
        return form.name().hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new FormSnapshot<>(form);
    }
}
