package io.unifiedcommerce.channel.read;

import java.util.Map;

/** All records come in one answer. */
final class SingleWalk implements PageWalk {
    @Override
    public void values(Map<String, Object> values) {
        // A single page has nothing to ask for.
    }

    @Override
    public boolean advance(Page page) {
        return false;
    }

    @Override
    public int size() {
        return Integer.MAX_VALUE;
    }
}
