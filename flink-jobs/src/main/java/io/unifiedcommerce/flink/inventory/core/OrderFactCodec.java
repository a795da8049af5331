package io.unifiedcommerce.flink.inventory.core;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Form of what happens to orders: a tag for the kind, then its fields. */
final class OrderFactCodec implements Codec<OrderFact> {

    private static final int TAKEN = 1;
    private static final int SENT = 2;
    private static final int REFUNDED = 3;

    static final Codec<OrderFact.GoodsSent> SENT_FORM = new SentCodec();
    static final Codec<OrderFact.GoodsRefunded> REFUNDED_FORM = new RefundedCodec();
    private static final Codec<OrderFact.Ordered> ORDERED = new OrderedCodec();

    @Override
    public void write(OrderFact fact, DataOutput out) throws IOException {
        if (fact instanceof OrderFact.OrderTaken order) {
            out.writeByte(TAKEN);
            out.writeUTF(order.channel());
            out.writeUTF(order.version());
            Wire.writeLong(order.placedAt(), out);
            Wire.writeLong(order.updatedAt(), out);
            Wire.writeLong(order.cancelledAt(), out);
            Wire.writeAll(order.lines(), ORDERED, out);
        } else if (fact instanceof OrderFact.GoodsSent sent) {
            out.writeByte(SENT);
            SENT_FORM.write(sent, out);
        } else if (fact instanceof OrderFact.GoodsRefunded refunded) {
            out.writeByte(REFUNDED);
            REFUNDED_FORM.write(refunded, out);
        }
    }

    @Override
    public OrderFact read(DataInput in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case TAKEN ->
                new OrderFact.OrderTaken(
                        in.readUTF(),
                        in.readUTF(),
                        Wire.readLong(in),
                        Wire.readLong(in),
                        Wire.readLong(in),
                        Wire.readAll(ORDERED, in));
            case SENT -> SENT_FORM.read(in);
            case REFUNDED -> REFUNDED_FORM.read(in);
            default ->
                throw new IOException(
                        "No fact about orders has the tag " + tag + ": it was written by a newer version");
        };
    }

    private static final class OrderedCodec implements Codec<OrderFact.Ordered> {

        private static final Codec<Fact.Part> PART = new PartCodec();

        @Override
        public void write(OrderFact.Ordered line, DataOutput out) throws IOException {
            out.writeUTF(line.key());
            out.writeUTF(line.sku());
            out.writeUTF(line.location());
            Wire.writeLong(line.quantity(), out);
            Wire.writeLong(line.cancelled(), out);
            Wire.writeLong(line.fulfilled(), out);
            out.writeBoolean(line.mirrored());
            out.writeBoolean(line.isExploded());
            Wire.writeAll(line.parts(), PART, out);
        }

        @Override
        public OrderFact.Ordered read(DataInput in) throws IOException {
            return new OrderFact.Ordered(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    Wire.readLong(in),
                    Wire.readLong(in),
                    Wire.readLong(in),
                    in.readBoolean(),
                    in.readBoolean(),
                    Wire.readAll(PART, in));
        }
    }

    private static final class SentCodec implements Codec<OrderFact.GoodsSent> {

        private static final Codec<OrderFact.Units> UNITS = new UnitsCodec();

        @Override
        public void write(OrderFact.GoodsSent sent, DataOutput out) throws IOException {
            out.writeUTF(sent.id());
            out.writeUTF(sent.version());
            Wire.writeNullableText(sent.location(), out);
            out.writeBoolean(sent.hasLeft());
            Wire.writeLong(sent.at(), out);
            Wire.writeAll(sent.lines(), UNITS, out);
        }

        @Override
        public OrderFact.GoodsSent read(DataInput in) throws IOException {
            return new OrderFact.GoodsSent(
                    in.readUTF(),
                    in.readUTF(),
                    Wire.readNullableText(in),
                    in.readBoolean(),
                    Wire.readLong(in),
                    Wire.readAll(UNITS, in));
        }
    }

    private static final class UnitsCodec implements Codec<OrderFact.Units> {

        @Override
        public void write(OrderFact.Units units, DataOutput out) throws IOException {
            out.writeUTF(units.line());
            Wire.writeLong(units.quantity(), out);
        }

        @Override
        public OrderFact.Units read(DataInput in) throws IOException {
            return new OrderFact.Units(in.readUTF(), Wire.readLong(in));
        }
    }

    private static final class RefundedCodec implements Codec<OrderFact.GoodsRefunded> {

        private static final Codec<OrderFact.Refunded> LINE = new RefundedLineCodec();

        @Override
        public void write(OrderFact.GoodsRefunded refunded, DataOutput out) throws IOException {
            out.writeUTF(refunded.id());
            out.writeUTF(refunded.version());
            Wire.writeLong(refunded.at(), out);
            Wire.writeAll(refunded.lines(), LINE, out);
        }

        @Override
        public OrderFact.GoodsRefunded read(DataInput in) throws IOException {
            return new OrderFact.GoodsRefunded(in.readUTF(), in.readUTF(), Wire.readLong(in), Wire.readAll(LINE, in));
        }
    }

    private static final class RefundedLineCodec implements Codec<OrderFact.Refunded> {

        @Override
        public void write(OrderFact.Refunded line, DataOutput out) throws IOException {
            out.writeUTF(line.id());
            out.writeUTF(line.line());
            Wire.writeLong(line.quantity(), out);
            out.writeBoolean(line.isReturn());
            Wire.writeNullableText(line.location(), out);
            out.writeBoolean(line.mirrored());
        }

        @Override
        public OrderFact.Refunded read(DataInput in) throws IOException {
            return new OrderFact.Refunded(
                    in.readUTF(),
                    in.readUTF(),
                    Wire.readLong(in),
                    in.readBoolean(),
                    Wire.readNullableText(in),
                    in.readBoolean());
        }
    }
}
