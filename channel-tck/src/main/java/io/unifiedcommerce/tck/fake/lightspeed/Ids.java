package io.unifiedcommerce.tck.fake.lightspeed;

import java.util.UUID;

/** The shop's numbers as the UUIDs that the platform shows, and back. Numbers of different kinds give different ids. */
enum Ids {
    OUTLET(0x0a2c3e44L),
    REGISTER(0x0a2c3e45L),
    USER(0x0a2c3e46L),
    PRODUCT(0xc6b50000L),
    LEVEL(0xe1000000L),
    CUSTOMER(0xb0a7c1deL),
    SALE(0x6f1d2a30L),
    RETURN(0x6f1d2a31L),
    LINE(0x5b0a0000L),
    PAYMENT(0x77000000L),
    REASON(0xd4000000L),
    ADJUSTMENT(0xad000000L);

    private final long high;

    Ids(long prefix) {
        high = prefix << 32 | 0x0000_4000L;
    }

    String of(long number) {
        return new UUID(high, 0x8000L << 48 | number).toString();
    }

    /** The number; -1 when the text is no id of this kind. */
    long number(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.getMostSignificantBits() == high ? uuid.getLeastSignificantBits() & 0xffff_ffff_ffffL : -1;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
