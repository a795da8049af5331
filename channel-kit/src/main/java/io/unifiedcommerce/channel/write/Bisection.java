package io.unifiedcommerce.channel.write;

import io.unifiedcommerce.channel.http.ChannelException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Finds the rows for which a platform refuses a whole batch without saying which they are.
 *
 * @param <T> a row
 * @param <R> an answer
 */
public final class Bisection<T, R> {
    private final Function<List<T>, R> request;
    private final BiConsumer<List<T>, R> answered;
    private final BiConsumer<T, ChannelException.Rejected> refused;

    /**
     * @param request sends some rows; a {@link ChannelException.Rejected} of it means that nothing was done, or that doing it
     *     again does no harm
     * @param answered takes the answer for some rows
     * @param refused takes a row that is refused by itself
     */
    public Bisection(
            Function<List<T>, R> request,
            BiConsumer<List<T>, R> answered,
            BiConsumer<T, ChannelException.Rejected> refused) {
        this.request = request;
        this.answered = answered;
        this.refused = refused;
    }

    /** Sends the rows; where that is refused, sends both halves, down to single rows. */
    public void send(List<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        R answer;
        try {
            answer = request.apply(rows);
        } catch (ChannelException.Rejected e) {
            if (e.status() == 404) {
                // The address is wrong, not the rows.
                throw e;
            }
            if (rows.size() == 1) {
                refused.accept(rows.get(0), e);
            } else {
                int half = rows.size() / 2;
                send(rows.subList(0, half));
                send(rows.subList(half, rows.size()));
            }
            return;
        }
        answered.accept(rows, answer);
    }
}
