package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelException;
import java.util.Map;

/** All records come in one answer. */
final class SingleWalk implements PageWalk {
    private final int most;

    /** @param most records that an answer holds at most; 0 for no bound */
    SingleWalk(int most) {
        this.most = most;
    }

    @Override
    public void values(Map<String, Object> values) {
        if (most > 0) {
            values.put("page.size", most);
        }
    }

    @Override
    public boolean advance(Page page) {
        if (most > 0 && page.items().size() >= most) {
            throw new ChannelException.BrokenContract(
                    "the answer holds as many records as it may, " + most
                            + ", so that others may be missing; begin later, or"
                            + " raise paging.most in a folder of your own",
                    null);
        }
        return false;
    }

    @Override
    public int size() {
        return Integer.MAX_VALUE;
    }
}
