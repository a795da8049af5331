package io.unifiedcommerce.flink.inventory.core;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Form of what is known of a channel. */
final class MirrorCodec implements Codec<Mirror> {

    private static final Codec<Effect> EFFECT = new EffectCodec();
    private static final PushCodec PUSH = new PushCodec();

    @Override
    public void write(Mirror mirror, DataOutput out) throws IOException {
        out.writeUTF(mirror.channel);
        Wire.writeNullableLong(mirror.shadow, out);
        Wire.writeLong(mirror.included, out);
        writeSeen(mirror.seen, out);
        Wire.writeLong(mirror.gap, out);
        Wire.writeLong(mirror.quietAt, out);
        writeSeen(mirror.seenInFlight, out);
        out.writeBoolean(mirror.inFlight != null);
        if (mirror.inFlight != null) {
            PUSH.write(mirror.inFlight.push(), out);
            Wire.writeLong(mirror.inFlight.attempts(), out);
            Wire.writeLong(mirror.inFlight.retryAt(), out);
            Wire.writeLong(mirror.inFlight.doubtedAt(), out);
        }
        Wire.writeAll(mirror.recent, EFFECT, out);
        Wire.writeAll(mirror.sinceSent, EFFECT, out);
        Wire.writeLong(mirror.pushedAt, out);
        Wire.writeNullableLong(mirror.refused, out);
        Wire.writeLong(mirror.refusedUntil, out);
        Wire.writeLong(mirror.refusals, out);
        Wire.writeLong(mirror.accepted, out);
        Wire.writeAll(mirror.covers, Wire.TEXT, out);
    }

    @Override
    public Mirror read(DataInput in) throws IOException {
        Mirror mirror = new Mirror(in.readUTF());
        mirror.shadow = Wire.readNullableLong(in);
        mirror.included = Wire.readLong(in);
        mirror.seen = readSeen(in);
        mirror.gap = Wire.readLong(in);
        mirror.quietAt = Wire.readLong(in);
        mirror.seenInFlight = readSeen(in);
        if (in.readBoolean()) {
            mirror.inFlight =
                    new InFlight(PUSH.read(in), (int) Wire.readLong(in), Wire.readLong(in), Wire.readLong(in));
        }
        mirror.recent.addAll(Wire.readAll(EFFECT, in));
        mirror.sinceSent.addAll(Wire.readAll(EFFECT, in));
        mirror.pushedAt = Wire.readLong(in);
        mirror.refused = Wire.readNullableLong(in);
        mirror.refusedUntil = Wire.readLong(in);
        mirror.refusals = (int) Wire.readLong(in);
        mirror.accepted = Wire.readLong(in);
        mirror.covers.addAll(Wire.readAll(Wire.TEXT, in));
        return mirror;
    }

    private static void writeSeen(Seen seen, DataOutput out) throws IOException {
        out.writeBoolean(seen != null);
        if (seen != null) {
            Wire.writeLong(seen.quantity(), out);
            Wire.writeLong(seen.at(), out);
            out.writeUTF(seen.seq());
            out.writeUTF(seen.id());
            Wire.writeLong(seen.readAt(), out);
            Wire.writeLong(seen.arrivedAt(), out);
        }
    }

    private static Seen readSeen(DataInput in) throws IOException {
        return in.readBoolean()
                ? new Seen(
                        Wire.readLong(in),
                        Wire.readLong(in),
                        in.readUTF(),
                        in.readUTF(),
                        Wire.readLong(in),
                        Wire.readLong(in))
                : null;
    }

    private static final class EffectCodec implements Codec<Effect> {

        @Override
        public void write(Effect effect, DataOutput out) throws IOException {
            out.writeUTF(effect.id());
            Wire.writeLong(effect.at(), out);
            Wire.writeLong(effect.units(), out);
            Wire.writeLong(effect.notBefore(), out);
            Wire.writeLong(effect.arrivedAt(), out);
        }

        @Override
        public Effect read(DataInput in) throws IOException {
            return new Effect(in.readUTF(), Wire.readLong(in), Wire.readLong(in), Wire.readLong(in), Wire.readLong(in));
        }
    }

    private static final class PushCodec implements Codec<Decision.Push> {

        @Override
        public void write(Decision.Push push, DataOutput out) throws IOException {
            out.writeUTF(push.pushId());
            out.writeUTF(push.channel());
            out.writeUTF(push.locationId());
            Wire.writeEnum(push.mode(), out);
            Wire.writeNullableLong(push.delta(), out);
            Wire.writeNullableLong(push.expected(), out);
            Wire.writeLong(push.target(), out);
            Wire.writeLong(push.version(), out);
            Wire.writeAll(push.covers(), Wire.TEXT, out);
            Wire.writeLong(push.computedAt(), out);
        }

        @Override
        public Decision.Push read(DataInput in) throws IOException {
            return new Decision.Push(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    Wire.readEnum(PushMode.class, in),
                    Wire.readNullableLong(in),
                    Wire.readNullableLong(in),
                    Wire.readLong(in),
                    Wire.readLong(in),
                    Wire.readAll(Wire.TEXT, in),
                    Wire.readLong(in));
        }
    }
}
