package io.unifiedcommerce.quickstart.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last things worth a line on the screen. Safe for any number of threads. */
public final class Notes {

    private static final int KEPT = 4;

    private final Deque<String> notes = new ArrayDeque<>();

    public synchronized void add(String note) {
        notes.addLast(note);
        if (notes.size() > KEPT) {
            notes.removeFirst();
        }
    }

    synchronized List<String> all() {
        return List.copyOf(notes);
    }
}
