package io.unifiedcommerce.flink.inventory.core;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Form of facts: a tag for the kind, then its fields. */
final class FactCodec implements Codec<Fact> {

    private static final int COUNTED = 1;
    private static final int MOVED = 2;
    private static final int LINE = 3;
    private static final int KNOWN = 4;
    private static final int RESERVED = 5;
    private static final int SEEN = 6;
    private static final int ANSWERED = 7;
    private static final int KIT = 8;
    private static final int PART_OF_KIT = 9;
    private static final int COMPONENT = 10;

    private static final Codec<Line> LINES = new LineCodec();
    private static final Codec<Fact.Part> PARTS = new PartCodec();

    @Override
    public void write(Fact fact, DataOutput out) throws IOException {
        if (fact instanceof Fact.LineChanged line) {
            out.writeByte(LINE);
            out.writeUTF(line.key());
            LINES.write(line.line(), out);
        } else if (fact instanceof Fact.StockCounted count) {
            writeCounted(count, out);
        } else if (fact instanceof Fact.MirrorSeen seen) {
            writeSeen(seen, out);
        } else if (fact instanceof Fact.PushAnswered answer) {
            writeAnswered(answer, out);
        } else if (fact instanceof Fact.StockMoved moved) {
            writeMoved(moved, out);
        } else if (fact instanceof Fact.StockReserved reserved) {
            writeReserved(reserved, out);
        } else if (fact instanceof Fact.LineKnown known) {
            out.writeByte(KNOWN);
            out.writeUTF(known.key());
            out.writeUTF(known.channel());
            Wire.writeLong(known.at(), out);
        } else if (fact instanceof Fact.KitDefined kit) {
            out.writeByte(KIT);
            out.writeUTF(kit.source());
            out.writeUTF(kit.version());
            Wire.writeAll(kit.parts(), PARTS, out);
        } else if (fact instanceof Fact.PartOfKit part) {
            out.writeByte(PART_OF_KIT);
            out.writeUTF(part.kit());
        } else if (fact instanceof Fact.ComponentStock component) {
            out.writeByte(COMPONENT);
            out.writeUTF(component.sku());
            out.writeUTF(component.location());
            Wire.writeLong(component.available(), out);
            Wire.writeLong(component.version(), out);
        }
    }

    @Override
    public Fact read(DataInput in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case COUNTED ->
                new Fact.StockCounted(
                        in.readUTF(),
                        Wire.readLong(in),
                        in.readUTF(),
                        in.readUTF(),
                        Wire.readLong(in),
                        Wire.readEnum(Measured.class, in));
            case MOVED ->
                new Fact.StockMoved(
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        Wire.readLong(in),
                        Wire.readLong(in),
                        in.readBoolean());
            case LINE -> new Fact.LineChanged(in.readUTF(), LINES.read(in));
            case KNOWN -> new Fact.LineKnown(in.readUTF(), in.readUTF(), Wire.readLong(in));
            case RESERVED ->
                new Fact.StockReserved(
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        Wire.readLong(in),
                        in.readBoolean(),
                        Wire.readLong(in));
            case SEEN ->
                new Fact.MirrorSeen(
                        in.readUTF(),
                        Wire.readLong(in),
                        Wire.readLong(in),
                        Wire.readNullableLong(in),
                        in.readUTF(),
                        in.readUTF());
            case ANSWERED -> readAnswered(in);
            case KIT -> new Fact.KitDefined(in.readUTF(), in.readUTF(), Wire.readAll(PARTS, in));
            case PART_OF_KIT -> new Fact.PartOfKit(in.readUTF());
            case COMPONENT -> new Fact.ComponentStock(in.readUTF(), in.readUTF(), Wire.readLong(in), Wire.readLong(in));
            default -> throw new IOException("No fact has the tag " + tag + ": it was written by a newer version");
        };
    }

    private static void writeCounted(Fact.StockCounted count, DataOutput out) throws IOException {
        out.writeByte(COUNTED);
        out.writeUTF(count.location());
        Wire.writeLong(count.asOf(), out);
        out.writeUTF(count.seq());
        out.writeUTF(count.id());
        Wire.writeLong(count.quantity(), out);
        Wire.writeEnum(count.measured(), out);
    }

    private static void writeMoved(Fact.StockMoved moved, DataOutput out) throws IOException {
        out.writeByte(MOVED);
        out.writeUTF(moved.id());
        out.writeUTF(moved.version());
        out.writeUTF(moved.origin());
        out.writeUTF(moved.location());
        Wire.writeLong(moved.quantity(), out);
        Wire.writeLong(moved.at(), out);
        out.writeBoolean(moved.mirrored());
    }

    private static void writeReserved(Fact.StockReserved reserved, DataOutput out) throws IOException {
        out.writeByte(RESERVED);
        out.writeUTF(reserved.id());
        out.writeUTF(reserved.version());
        out.writeUTF(reserved.location());
        Wire.writeLong(reserved.quantity(), out);
        out.writeBoolean(reserved.active());
        Wire.writeLong(reserved.expiresAt(), out);
    }

    private static void writeSeen(Fact.MirrorSeen seen, DataOutput out) throws IOException {
        out.writeByte(SEEN);
        out.writeUTF(seen.channel());
        Wire.writeLong(seen.quantity(), out);
        Wire.writeLong(seen.at(), out);
        Wire.writeNullableLong(seen.readAt(), out);
        out.writeUTF(seen.seq());
        out.writeUTF(seen.id());
    }

    private static void writeAnswered(Fact.PushAnswered answer, DataOutput out) throws IOException {
        out.writeByte(ANSWERED);
        out.writeUTF(answer.pushId());
        out.writeUTF(answer.channel());
        Wire.writeEnum(answer.outcome(), out);
        Wire.writeNullableText(answer.mode() == null ? null : answer.mode().name(), out);
        Wire.writeNullableLong(answer.delta(), out);
        Wire.writeNullableLong(answer.before(), out);
        Wire.writeNullableLong(answer.after(), out);
        Wire.writeLong(answer.at(), out);
    }

    private static Fact readAnswered(DataInput in) throws IOException {
        String pushId = in.readUTF();
        String channel = in.readUTF();
        Fact.Outcome outcome = Wire.readEnum(Fact.Outcome.class, in);
        String mode = Wire.readNullableText(in);
        return new Fact.PushAnswered(
                pushId,
                channel,
                outcome,
                mode == null ? null : PushMode.valueOf(mode),
                Wire.readNullableLong(in),
                Wire.readNullableLong(in),
                Wire.readNullableLong(in),
                Wire.readLong(in));
    }
}
