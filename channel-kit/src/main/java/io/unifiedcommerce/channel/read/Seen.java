package io.unifiedcommerce.channel.read;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The versions emitted lately, so that a window's overlap with the last one, a page that shifted and a page asked for twice
 * emit nothing again. Bounded: what is forgotten can at worst be emitted twice, with the same event id.
 *
 * <p>The newest of them travel in the position, in 17 characters each: the hash, and the seconds since the position's instant. So a restart repeats nothing as long as no
 * more than {@value #TRAVELLING} records changed within the overlap, or within an unfinished window.
 */
final class Seen implements Memory {
    static final int TRAVELLING = 1_000;
    private static final int REMEMBERED = 100_000;
    private static final int HASH_LENGTH = 11;
    private static final int SECONDS_LENGTH = 6;
    private static final int TEXT_LENGTH = HASH_LENGTH + SECONDS_LENGTH;
    private static final int SIX_BITS = 63;
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private record Emitted(long hash, Instant changedAt) {}

    private final Map<Long, Long> versions = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Deque<Emitted> newest = new ArrayDeque<>();
    private final Set<Long> beforeRestart = new HashSet<>();
    private Instant droppedUntil = Instant.MIN;

    /**
     * @param text what {@link #text} gave before a restart; null for nothing
     * @param since the instant it was given for
     */
    Seen(String text, Instant since) {
        for (int i = 0; text != null && i + TEXT_LENGTH <= text.length(); i += TEXT_LENGTH) {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(i, i + HASH_LENGTH));
            long hash = ByteBuffer.wrap(bytes).getLong();
            beforeRestart.add(hash);
            add(new Emitted(hash, since.plusSeconds(number(text.substring(i + HASH_LENGTH, i + TEXT_LENGTH)))));
        }
    }

    /** Whether {@link #text} can have written it. */
    static boolean isText(String text) {
        return text.length() % TEXT_LENGTH == 0 && text.matches("[A-Za-z0-9_-]*");
    }

    /** The last versions by record, as far as they are known. */
    Map<Long, Long> versions() {
        return versions;
    }

    @Override
    public boolean isNew(Version version) {
        Long last = versions.get(version.record());
        return last == null ? !beforeRestart.contains(version.version()) : last != version.version();
    }

    @Override
    public void remember(Version version, Instant changedAt) {
        versions.put(version.record(), version.version());
        // A record without a time takes no room: after a restart it can at worst be emitted twice.
        if (changedAt != null) {
            add(new Emitted(version.version(), changedAt));
        }
    }

    private void add(Emitted emitted) {
        newest.addLast(emitted);
        if (newest.size() > TRAVELLING) {
            Instant dropped = newest.removeFirst().changedAt();
            droppedUntil = dropped.isAfter(droppedUntil) ? dropped : droppedUntil;
        }
    }

    /** Whether {@link #text} tells every emitted version of records that changed at or after an instant. */
    boolean tellsAll(Instant since) {
        return droppedUntil.isBefore(since);
    }

    /** The newest emitted versions of records that changed at or after an instant, as a text; null when there are none. */
    String text(Instant since) {
        List<Emitted> kept = newest.stream()
                .filter(emitted -> !emitted.changedAt().isBefore(since))
                .toList();
        if (kept.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder(kept.size() * TEXT_LENGTH);
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);
        for (Emitted emitted : kept) {
            buffer.putLong(0, emitted.hash());
            text.append(Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array()));
            // Rounded up, so that it counts as seen for long enough. History begins decades ago, and all of them are
            // told:
            // a bounded number would let a record be forgotten by the second restart after it.
            text.append(digits(Duration.between(since, emitted.changedAt()).toSeconds() + 1));
        }
        return text.toString();
    }

    private static String digits(long number) {
        StringBuilder digits = new StringBuilder(SECONDS_LENGTH);
        for (int bits = 6 * (SECONDS_LENGTH - 1); bits >= 0; bits -= 6) {
            digits.append(DIGITS.charAt((int) (number >> bits) & SIX_BITS));
        }
        return digits.toString();
    }

    private static long number(String digits) {
        return digits.chars().asLongStream().reduce(0, (number, digit) -> number << 6 | DIGITS.indexOf((int) digit));
    }
}
