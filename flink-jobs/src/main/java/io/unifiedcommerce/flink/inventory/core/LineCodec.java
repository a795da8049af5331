package io.unifiedcommerce.flink.inventory.core;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Form of an order line. */
final class LineCodec implements Codec<Line> {

    private static final int FORMAT = 1;

    static final Codec<Stairs> STAIRS = new StairsCodec();
    private static final Codec<Line.Shipped> SHIPPED = new ShippedCodec();

    @Override
    public void write(Line line, DataOutput out) throws IOException {
        Wire.writeFormat(FORMAT, out);
        Wire.writeLong(line.revision(), out);
        out.writeUTF(line.channel());
        out.writeUTF(line.location());
        Wire.writeLong(line.quantity(), out);
        Wire.writeLong(line.placedAt(), out);
        Wire.writeLong(line.updatedAt(), out);
        out.writeBoolean(line.mirrored());
        STAIRS.write(line.cancelled(), out);
        Wire.writeAll(line.shipped(), SHIPPED, out);
        Wire.writeLong(line.knownAt(), out);
    }

    @Override
    public Line read(DataInput in) throws IOException {
        Wire.readFormat(FORMAT, "An order line", in);
        return new Line(
                Wire.readLong(in),
                in.readUTF(),
                in.readUTF(),
                Wire.readLong(in),
                Wire.readLong(in),
                Wire.readLong(in),
                in.readBoolean(),
                STAIRS.read(in),
                Wire.readAll(SHIPPED, in),
                Wire.readLong(in));
    }

    private static final class StairsCodec implements Codec<Stairs> {

        private static final Codec<Stairs.Step> STEP = new StepCodec();

        @Override
        public void write(Stairs stairs, DataOutput out) throws IOException {
            Wire.writeAll(stairs.steps(), STEP, out);
        }

        @Override
        public Stairs read(DataInput in) throws IOException {
            return new Stairs(Wire.readAll(STEP, in));
        }
    }

    private static final class StepCodec implements Codec<Stairs.Step> {

        @Override
        public void write(Stairs.Step step, DataOutput out) throws IOException {
            Wire.writeLong(step.at(), out);
            Wire.writeLong(step.units(), out);
        }

        @Override
        public Stairs.Step read(DataInput in) throws IOException {
            return new Stairs.Step(Wire.readLong(in), Wire.readLong(in));
        }
    }

    private static final class ShippedCodec implements Codec<Line.Shipped> {

        @Override
        public void write(Line.Shipped shipped, DataOutput out) throws IOException {
            out.writeUTF(shipped.location());
            STAIRS.write(shipped.units(), out);
        }

        @Override
        public Line.Shipped read(DataInput in) throws IOException {
            return new Line.Shipped(in.readUTF(), STAIRS.read(in));
        }
    }
}
