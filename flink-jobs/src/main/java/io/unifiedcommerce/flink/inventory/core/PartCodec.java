package io.unifiedcommerce.flink.inventory.core;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Form of a bundle's part. */
final class PartCodec implements Codec<Fact.Part> {

    @Override
    public void write(Fact.Part part, DataOutput out) throws IOException {
        out.writeUTF(part.sku());
        Wire.writeLong(part.quantity(), out);
    }

    @Override
    public Fact.Part read(DataInput in) throws IOException {
        return new Fact.Part(in.readUTF(), Wire.readLong(in));
    }
}
