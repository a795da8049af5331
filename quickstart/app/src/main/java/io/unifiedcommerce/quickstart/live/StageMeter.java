package io.unifiedcommerce.quickstart.live;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Measures one stage of the loop. Not for use by several threads. */
public final class StageMeter {

    private final String name;
    private final String word;
    private final LongSupplier total;
    private final Supplier<OptionalLong> lag;
    private final Rate rate = new Rate();

    /**
     * @param name on a page
     * @param word for it in a line
     */
    public StageMeter(String name, String word, LongSupplier total, Supplier<OptionalLong> lag) {
        this.name = name;
        this.word = word;
        this.total = total;
        this.lag = lag;
    }

    /** A stage in front of which nothing can queue up. */
    public StageMeter(String name, String word, LongSupplier total) {
        this(name, word, total, OptionalLong::empty);
    }

    Stage measure(Duration elapsed) {
        long count = total.getAsLong();
        return new Stage(name, word, count, rate.perSecond(elapsed, count), lag.get());
    }
}
