package io.unifiedcommerce.flink.inventory.core;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Form of a movement. */
final class MovementCodec implements Codec<Movement> {

    private static final int FORMAT = 1;

    @Override
    public void write(Movement movement, DataOutput out) throws IOException {
        Wire.writeFormat(FORMAT, out);
        out.writeUTF(movement.version());
        out.writeUTF(movement.location());
        Wire.writeLong(movement.quantity(), out);
        Wire.writeLong(movement.at(), out);
    }

    @Override
    public Movement read(DataInput in) throws IOException {
        Wire.readFormat(FORMAT, "A movement", in);
        return new Movement(in.readUTF(), in.readUTF(), Wire.readLong(in), Wire.readLong(in));
    }
}
