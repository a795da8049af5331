package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import java.util.Map;
import java.util.function.Function;

/** Each full page starts the sorted listing anew at its last value; pages are counted only inside a run of equal values. */
final class KeysetWalk implements PageWalk {
    private final PagingSpec.Keyset spec;
    private final Function<Object, String> keyOf;
    private final Function<Object, String> idOf;
    private final Total total;
    private String key;
    private String id;
    private int number;
    private boolean counted;

    KeysetWalk(PagingSpec.Keyset spec, Function<Object, String> keyOf, Function<Object, String> idOf, String key) {
        this.spec = spec;
        this.keyOf = keyOf;
        this.idOf = idOf;
        this.key = key;
        this.total = Total.at(spec.total());
        this.number = spec.first();
    }

    @Override
    public void values(Map<String, Object> values) {
        values.put("page.size", spec.size());
        values.put("page.number", number);
        if (key != null) {
            values.put("cursor.value", key);
        }
        if (id != null) {
            values.put("cursor.id", id);
        }
    }

    @Override
    public boolean advance(Page page) {
        // The total is of what the request asked for: it shrinks each time the listing is started anew.
        if (page.items().size() < spec.size() || total.reached(page, number - spec.first() + 1L, spec.size())) {
            return false;
        }
        Object last = page.items().get(page.items().size() - 1);
        String reached = keyOf.apply(last);
        if (reached == null) {
            throw new ChannelException.BrokenContract(
                    "the last record of a page lacks the cursor field, so the next page cannot be asked for", null);
        }
        id = idOf.apply(last);
        if (reached.equals(keyOf.apply(page.items().get(0)))) {
            // A whole page of equal values: starting anew at that value would give the same page for ever.
            number++;
            counted = true;
        } else {
            number = spec.first();
            key = reached;
        }
        return true;
    }

    @Override
    public boolean counted() {
        return counted;
    }

    @Override
    public int size() {
        return spec.size();
    }
}
