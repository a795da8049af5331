package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import java.util.Map;
import java.util.function.Function;

/** Which page is asked for next; one instance walks one listing once. */
interface PageWalk {

    /** Adds the placeholders of the page to be asked for. */
    void values(Map<String, Object> values);

    /** The request of the page to be asked for. */
    default RequestSpec request(RequestSpec first) {
        return first;
    }

    /**
     * Moves on past a page.
     *
     * @return false when it was the last
     */
    boolean advance(Page page);

    /** Whether pages were found by counting, so that rows which leave the listing shift the ones behind them. */
    default boolean counted() {
        return false;
    }

    /** Why the platform gives no further page of this listing, though there are more records; null when it does. */
    default String exhausted() {
        return null;
    }

    /** Where a feed of changes goes on after the pages so far; null where the platform does not tell. */
    default String reached() {
        return null;
    }

    /** Records of a full page. */
    int size();

    /**
     * A walk from the first page.
     *
     * @param token where a token walk starts; null for the beginning
     * @param keyOf the value of a record by which a keyset listing is sorted, as requests write it
     * @param idOf a record's id
     * @param key the value a keyset listing starts at
     */
    static PageWalk of(
            PagingSpec spec, String token, Function<Object, String> keyOf, Function<Object, String> idOf, String key) {
        if (spec instanceof PagingSpec.Single single) {
            return new SingleWalk(single.most());
        } else if (spec instanceof PagingSpec.Token tokens) {
            return new TokenWalk(tokens, token);
        } else if (spec instanceof PagingSpec.PageNumber numbers) {
            return new CountingWalk(numbers.size(), numbers.first(), Total.at(numbers.total()), Long.MAX_VALUE);
        } else if (spec instanceof PagingSpec.Offset offsets) {
            long most = offsets.most() == null ? Long.MAX_VALUE : offsets.most();
            return new CountingWalk(offsets.size(), 0, Total.at(null), most);
        } else if (spec instanceof PagingSpec.Link links) {
            return new LinkWalk(links);
        } else if (spec instanceof PagingSpec.After after) {
            return new AfterWalk(after.size(), keyOf, after.start() != null, key == null ? after.start() : key);
        } else if (spec instanceof PagingSpec.Keyset keyset) {
            return new KeysetWalk(keyset, keyOf, idOf, key);
        }
        throw new IllegalArgumentException("no walk for " + spec);
    }
}
