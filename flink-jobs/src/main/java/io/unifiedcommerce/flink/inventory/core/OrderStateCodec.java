package io.unifiedcommerce.flink.inventory.core;

import io.unifiedcommerce.flink.inventory.core.OrderState.BookLine;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Form of what is kept of an order. */
final class OrderStateCodec implements Codec<OrderState> {

    private static final int FORMAT = 1;

    private static final Codec<BookLine> LINE = new BookLineCodec();

    @Override
    public void write(OrderState state, DataOutput out) throws IOException {
        Wire.writeFormat(FORMAT, out);
        out.writeUTF(state.channel);
        out.writeUTF(state.version);
        Wire.writeLong(state.revision, out);
        Wire.writeLong(state.touchedAt, out);
        Wire.writeMap(state.lines, LINE, out);
        Wire.writeMap(state.sent, OrderFactCodec.SENT_FORM, out);
        Wire.writeMap(state.refunded, OrderFactCodec.REFUNDED_FORM, out);
    }

    @Override
    public OrderState read(DataInput in) throws IOException {
        Wire.readFormat(FORMAT, "An order", in);
        OrderState state = new OrderState();
        state.channel = in.readUTF();
        state.version = in.readUTF();
        state.revision = Wire.readLong(in);
        state.touchedAt = Wire.readLong(in);
        Wire.readMap(state.lines, LINE, in);
        Wire.readMap(state.sent, OrderFactCodec.SENT_FORM, in);
        Wire.readMap(state.refunded, OrderFactCodec.REFUNDED_FORM, in);
        return state;
    }

    private static final class BookLineCodec implements Codec<BookLine> {

        private static final Codec<Fact.Part> PART = new PartCodec();

        @Override
        public void write(BookLine line, DataOutput out) throws IOException {
            out.writeUTF(line.sku());
            out.writeUTF(line.location());
            out.writeBoolean(line.isPresent());
            Wire.writeLong(line.quantity(), out);
            Wire.writeLong(line.placedAt(), out);
            Wire.writeLong(line.updatedAt(), out);
            out.writeBoolean(line.mirrored());
            Wire.writeLong(line.cancelled(), out);
            Wire.writeLong(line.fulfilled(), out);
            LineCodec.STAIRS.write(line.cancelledBy(), out);
            LineCodec.STAIRS.write(line.fulfilledBy(), out);
            Wire.writeAll(line.parts(), PART, out);
        }

        @Override
        public BookLine read(DataInput in) throws IOException {
            return new BookLine(
                    in.readUTF(),
                    in.readUTF(),
                    in.readBoolean(),
                    Wire.readLong(in),
                    Wire.readLong(in),
                    Wire.readLong(in),
                    in.readBoolean(),
                    Wire.readLong(in),
                    Wire.readLong(in),
                    LineCodec.STAIRS.read(in),
                    LineCodec.STAIRS.read(in),
                    Wire.readAll(PART, in));
        }
    }
}
