package io.unifiedcommerce.interaction.collect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address of version 4 or 6. Never asks a name server: what it reads comes from strangers. */
final class IpAddress {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern WITH_PORT = Pattern.compile("([^:]+):\\d+|\\[([^]]+)](:\\d+)?");

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    static IpAddress of(InetAddress address) {
        return new IpAddress(address.getAddress());
    }

    /** Reads an address as proxies write it, perhaps with a port; empty for anything else. */
    static Optional<IpAddress> parse(String text) {
        String plain = text.trim();
        var port = WITH_PORT.matcher(plain);
        if (port.matches()) {
            plain = port.group(1) == null ? port.group(2) : port.group(1);
        }
        if (!V4.matcher(plain).matches() && !V6.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            // A text of this shape is read, not looked up.
            return Optional.of(of(InetAddress.getByName(plain)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The bits in front; all that follow are 0. */
    IpAddress first(int bits) {
        byte[] cut = bytes.clone();
        for (int i = 0; i < cut.length; i++) {
            int kept = Math.max(0, Math.min(8, bits - i * 8));
            cut[i] &= (byte) (0xFF << (8 - kept));
        }
        return new IpAddress(cut);
    }

    /** Without what tells a household: 24 bits of version 4, 48 of version 6. */
    IpAddress truncated() {
        return first(isV4() ? 24 : 48);
    }

    /** What one client can have as its own: an address of version 4, a network of 64 bits of version 6. */
    IpAddress client() {
        return isV4() ? this : first(64);
    }

    boolean isV4() {
        return bytes.length == 4;
    }

    int length() {
        return bytes.length * 8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 bytes are an address", e);
        }
    }
}
