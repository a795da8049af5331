package io.unifiedcommerce.flink.inventory.job;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What state remembers of its form: the name. The versions of the form stand in the values. */
public final class FormSnapshot<T> implements TypeSerializerSnapshot<T> {

    private static final int VERSION = 1;

    private Form<T> form;

    /** For Flink, which fills it by {@link #readSnapshot}. */
    public FormSnapshot() {}

    FormSnapshot(Form<T> form) {
        this.form = form;
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(form.name());
    }

    @Override
    @SuppressWarnings("unchecked")
    public void readSnapshot(int readVersion, DataInputView in, ClassLoader userCodeClassLoader) throws IOException {
        form = (Form<T>) Form.named(in.readUTF());
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return new FormSerializer<>(form);
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
        return old instanceof FormSnapshot<T> snapshot && snapshot.form == form
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
