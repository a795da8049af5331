package io.unifiedcommerce.flink.inventory.core;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Form of a reservation. */
final class ReservationCodec implements Codec<Reservation> {

    private static final int FORMAT = 1;

    @Override
    public void write(Reservation reservation, DataOutput out) throws IOException {
        Wire.writeFormat(FORMAT, out);
        out.writeUTF(reservation.version());
        out.writeUTF(reservation.location());
        Wire.writeLong(reservation.quantity(), out);
        out.writeBoolean(reservation.active());
        Wire.writeLong(reservation.until(), out);
    }

    @Override
    public Reservation read(DataInput in) throws IOException {
        Wire.readFormat(FORMAT, "A reservation", in);
        return new Reservation(in.readUTF(), in.readUTF(), Wire.readLong(in), in.readBoolean(), Wire.readLong(in));
    }
}
