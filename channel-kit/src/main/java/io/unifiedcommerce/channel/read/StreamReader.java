package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one stream, or one slice of it: history first, then changes as they happen. Work goes on window by window, page by page.
 * A failure leaves everything as it is, so that the next call goes on where it stopped: nothing is lost, and nothing is emitted
 * twice. After a crash reading goes on from any stored position without loss.
 *
 * <p>Used by one thread. It blocks for the length of a request.
 */
public final class StreamReader implements AutoCloseable {
    private final StreamPlan plan;
    private final ReadContext context;
    private final Slice slice;
    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);

    private final List<Emission> ready = new ArrayList<>();

    private Position position;
    private boolean muted;
    private ReadPlan reading;
    private Cursor cursor;
    private Memory memory;
    private WindowRead open;
    private Instant due = Instant.MIN;

    /**
     * @param slice null when the listing is read whole
     * @param stored where to go on; null for the start time of the context
     * @throws IllegalArgumentException when the position belongs to another kind of cursor
     */
    public StreamReader(StreamPlan plan, ReadContext context, Slice slice, Position stored) {
        this.plan = plan;
        this.context = context;
        this.slice = slice;
        Start start =
                stored == null ? Start.of(plan, context.start(), context.clock().instant()) : new Start(stored, false);
        this.position = start.position();
        plan.accept(position);
        this.muted = start.muted();
        this.reading = position.live() ? plan.live() : plan.backfill();
        this.cursor = reading.cursor(context, plan.records().id());
        this.memory = memory();
    }

    private Memory memory() {
        return reading.inPasses() ? new PassMemory() : new Seen(position.seen(), position.until());
    }

    /** Name of the listed stream. */
    public String stream() {
        return plan.stream();
    }

    /** Null when the listing is read whole. */
    public Slice slice() {
        return slice;
    }

    /** When {@link #next} has something to do. */
    public Instant due() {
        return due;
    }

    /** Where reading stands; null while records from before a start {@code now} are passed over. */
    public Position position() {
        return muted ? null : position;
    }

    /** Whether a window was begun and is not at its end. */
    public boolean inWindow() {
        return open != null;
    }

    /**
     * Reads one page further.
     *
     * @throws ChannelException when the platform cannot be read now; the next call goes on at the same place
     */
    public Batch next() {
        Position before = position;
        Capture capture = capture();
        Instant now = context.clock().instant();
        if (open == null) {
            Window window = cursor.open(position, now);
            if (window == null) {
                due = cursor.due(null, now);
                return new Batch(List.of(), before, before, true, capture);
            }
            open = read(window);
        }
        due = Instant.MIN;
        WindowRead.Step step;
        try {
            step = open.step(position, ready);
        } catch (ChannelException.Rejected e) {
            if (!cursor.forgotten(e)) {
                throw e;
            }
            return forgotten(e, capture);
        }
        if (step instanceof WindowRead.Pause pause) {
            due = now.plus(pause.length());
        } else if (step instanceof WindowRead.Cut cut) {
            cut(cut);
            position = remembering(position);
        } else if (step instanceof WindowRead.More more) {
            Position reached = more.safe() ? cursor.afterPage(position, open.window(), more.lastRecord()) : position;
            position = remembering(cursor.afterToken(reached, more.token()));
        } else if (step instanceof WindowRead.End end) {
            end(end, now);
        }
        List<Emission> emissions = List.copyOf(ready);
        ready.clear();
        if (open == null) {
            goLiveWhenReached();
        }
        if (muted) {
            muted = open != null;
            return new Batch(List.of(), null, null, true, capture);
        }
        return new Batch(emissions, before, position, open == null || !position.equals(before), capture);
    }

    private WindowRead read(Window window) {
        Unfolder unfolder = new Unfolder(context, memory, slice);
        return new WindowRead(reading, plan.records(), context, slice, cursor, unfolder, window);
    }

    private void cut(WindowRead.Cut cut) {
        Window half = cursor.half(open.window());
        if (half == null && !cut.forced()) {
            return;
        }
        if (half == null) {
            throw new ChannelException.BrokenContract(
                    "stream '" + plan.stream() + "' cannot be read in smaller windows: " + cut.reason(), null);
        }
        open.close();
        open = read(half);
    }

    private void end(WindowRead.End end, Instant now) {
        Position reached = cursor.afterToken(position, end.token());
        position = remembering(cursor.afterWindow(reached, open.window(), end.lastRecord(), open.anything()));
        due = cursor.due(open.window(), now);
        if (memory instanceof PassMemory passes) {
            passes.endPass(open.window().from());
        }
        open.close();
        open = null;
    }

    /** The position, telling what was emitted beyond it, unless that is too much to tell. */
    private Position remembering(Position at) {
        boolean telling =
                cursor.overlaps() && memory instanceof Seen seen && (open == null || seen.tellsAll(at.until()));
        return telling ? at.seen(((Seen) memory).text(at.until())) : at;
    }

    private void goLiveWhenReached() {
        if (position.live() || !cursor.reachedLive(position)) {
            return;
        }
        boolean same = plan.live() == plan.backfill();
        Instant until = position.liveFrom() == null && same ? position.until() : position.liveFrom();
        boolean feed = plan.live().spec().cursor() instanceof CursorSpec.Feed;
        position = new Position(
                Position.Phase.LIVE, until, same || feed ? position.afterId() : null, null, position.seen());
        if (!same) {
            reading = plan.live();
            cursor = reading.cursor(context, plan.records().id());
            memory = memoryAfter(memory, until);
            due = Instant.MIN;
        }
        position = remembering(position);
    }

    private Memory memoryAfter(Memory history, Instant until) {
        if (reading.inPasses() && history instanceof Seen seen) {
            return PassMemory.after(seen.versions(), until);
        }
        return reading.inPasses() || history instanceof PassMemory ? memory() : history;
    }

    /** All is read again. What did not change is remembered by this reader, and has the same event id for others. */
    private Batch forgotten(ChannelException.Rejected refusal, Capture capture) {
        LOG.warn(
                "The platform no longer knows where reading of stream '{}' stands, so all of it is read again: {}",
                plan.stream(),
                refusal.getMessage());
        List<Emission> emissions = List.copyOf(ready);
        ready.clear();
        Position before = position;
        open.close();
        open = null;
        position = Start.ofFeed(plan);
        reading = position.live() ? plan.live() : plan.backfill();
        cursor = reading.cursor(context, plan.records().id());
        return new Batch(emissions, before, position, true, capture);
    }

    private Capture capture() {
        if (memory instanceof PassMemory passes) {
            return passes.knowsAPass() ? Capture.POLL : Capture.SNAPSHOT;
        }
        return position.live() ? Capture.POLL : Capture.BACKFILL;
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
    }
}
