package io.unifiedcommerce.flink.inventory.core;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** Primitive forms: numbers take as many bytes as they need, small ones one. */
final class Wire {

    private static final int PAYLOAD_BITS = 7;
    private static final int PAYLOAD = 0x7F;
    private static final int MORE = 0x80;

    private Wire() {}

    static void writeLong(long value, DataOutput out) throws IOException {
        // Zigzag: small negative numbers are short, too.
        long rest = value << 1 ^ value >> Long.SIZE - 1;
        while ((rest & ~PAYLOAD) != 0) {
            out.writeByte((int) (rest & PAYLOAD | MORE));
            rest >>>= PAYLOAD_BITS;
        }
        out.writeByte((int) rest);
    }

    static long readLong(DataInput in) throws IOException {
        long rest = 0;
        for (int shift = 0; shift < Long.SIZE; shift += PAYLOAD_BITS) {
            int next = in.readByte();
            rest |= (long) (next & PAYLOAD) << shift;
            if ((next & MORE) == 0) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
        throw new IOException("A number takes more than ten bytes: this is not a state of the ledger");
    }

    static void writeNullableLong(Long value, DataOutput out) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            writeLong(value, out);
        }
    }

    static Long readNullableLong(DataInput in) throws IOException {
        return in.readBoolean() ? Long.valueOf(readLong(in)) : null;
    }

    static void writeNullableText(String value, DataOutput out) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            out.writeUTF(value);
        }
    }

    static String readNullableText(DataInput in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    static void writeEnum(Enum<?> value, DataOutput out) throws IOException {
        out.writeUTF(value.name());
    }

    static <E extends Enum<E>> E readEnum(Class<E> type, DataInput in) throws IOException {
        return Enum.valueOf(type, in.readUTF());
    }

    static <T> void writeAll(Collection<T> values, Codec<T> codec, DataOutput out) throws IOException {
        writeLong(values.size(), out);
        for (T value : values) {
            codec.write(value, out);
        }
    }

    static <T> List<T> readAll(Codec<T> codec, DataInput in) throws IOException {
        int size = (int) readLong(in);
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(codec.read(in));
        }
        return values;
    }

    static <T> void writeMap(SortedMap<String, T> values, Codec<T> codec, DataOutput out) throws IOException {
        writeLong(values.size(), out);
        for (var entry : values.entrySet()) {
            out.writeUTF(entry.getKey());
            codec.write(entry.getValue(), out);
        }
    }

    static <T> void readMap(SortedMap<String, T> into, Codec<T> codec, DataInput in) throws IOException {
        long size = readLong(in);
        for (long i = 0; i < size; i++) {
            into.put(in.readUTF(), codec.read(in));
        }
    }

    static void writeFormat(int format, DataOutput out) throws IOException {
        out.writeByte(format);
    }

    static void readFormat(int newest, String what, DataInput in) throws IOException {
        int format = in.readByte();
        if (format != newest) {
            throw new IOException(what + " was written in format " + format + ", this job reads format " + newest
                    + ": start it from a savepoint of its own or an older version");
        }
    }

    /** Texts. */
    static final Codec<String> TEXT = new Codec<>() {
        @Override
        public void write(String value, DataOutput out) throws IOException {
            out.writeUTF(value);
        }

        @Override
        public String read(DataInput in) throws IOException {
            return in.readUTF();
        }
    };

    /** Numbers. */
    static final Codec<Long> NUMBER = new Codec<>() {
        @Override
        public void write(Long value, DataOutput out) throws IOException {
            writeLong(value, out);
        }

        @Override
        public Long read(DataInput in) throws IOException {
            return readLong(in);
        }
    };
}
