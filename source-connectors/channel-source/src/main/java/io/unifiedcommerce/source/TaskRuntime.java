package io.unifiedcommerce.source;

import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.sourcekit.Acknowledgements;
import io.unifiedcommerce.sourcekit.RecordBuffer;
import java.time.Duration;
import java.util.List;

/**
 * What runs while a task runs.
 *
 * @param loops threads by what they do
 */
record TaskRuntime(
        ChannelClient client,
        RecordFactory records,
        RecordBuffer buffer,
        Acknowledgements acknowledgements,
        List<LoopThread> loops) {

    void start() {
        loops.forEach(LoopThread::start);
    }

    void rethrow() {
        loops.forEach(LoopThread::rethrow);
    }

    /** Ends all waits and calls at once, and waits for the threads, but not longer than the grace. */
    void stop(Duration grace) {
        loops.forEach(LoopThread::stop);
        buffer.close();
        client.close();
        long end = System.nanoTime() + grace.toNanos();
        loops.forEach(loop -> loop.join(Duration.ofNanos(end - System.nanoTime())));
    }
}
