package io.unifiedcommerce.flink.inventory.job;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Writes a type in our own form. Used by one thread, as Flink does with each {@link #duplicate}. */
final class FormSerializer<T> extends TypeSerializer<T> {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_BYTES = 256;
    private static final int MOST_BYTES_KEPT = 1 << 20;

    private final Form<T> form;
    private transient DataOutputSerializer scratch;

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
        return new FormSerializer<>(form);
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
            DataOutputSerializer out = written(from);
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
        // In one piece: the stream of a checkpoint locks and checks itself at every call, even for one byte.
        DataOutputSerializer out = written(value);
        target.write(out.getSharedBuffer(), 0, out.length());
    }

    private DataOutputSerializer written(T value) throws IOException {
        if (scratch == null || scratch.getSharedBuffer().length > MOST_BYTES_KEPT) {
            scratch = new DataOutputSerializer(USUAL_BYTES);
        }
        scratch.clear();
        form.codec().write(value, scratch);
        return scratch;
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
