package io.unifiedcommerce.channel.quota;

import java.time.Instant;

/** Counts what was booked and what is unanswered, to tell which calls an answer's figures may not include yet. */
final class Bookings {
    private double booked;
    private double open;

    QuotaBudget.Ticket book(QuotaBudget.Call call, double cost, Instant now) {
        QuotaBudget.Ticket ticket = new QuotaBudget.Ticket(call, now, cost, booked + cost, open);
        booked += cost;
        open += cost;
        return ticket;
    }

    void settle(QuotaBudget.Ticket ticket) {
        open -= ticket.cost();
    }

    /** Cost of all calls so far. */
    double booked() {
        return booked;
    }

    /** Cost of the calls that are unanswered. */
    double open() {
        return open;
    }

    /**
     * Cost of the calls that the platform may have counted only after it answered this one: those that were on their
     * way when it was booked, and those booked since. Answers overtake each other, so that an earlier answer to a later
     * call proves nothing.
     */
    double unseenBy(QuotaBudget.Ticket ticket) {
        return booked - ticket.bookedThrough() + ticket.openBefore();
    }
}
