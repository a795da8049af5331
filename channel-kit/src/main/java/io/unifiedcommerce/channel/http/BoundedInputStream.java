package io.unifiedcommerce.channel.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails as soon as more bytes come than allowed, so that an endless answer never fills the heap. */
final class BoundedInputStream extends FilterInputStream {
    private long left;

    /** The answer is larger than allowed. */
    static final class TooLargeException extends IOException {}

    BoundedInputStream(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(count);
        return count;
    }

    private void count(int bytes) throws IOException {
        left -= Math.max(0, bytes);
        if (left < 0) {
            throw new TooLargeException();
        }
    }
}
