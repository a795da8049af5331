package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.record.Path;
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
    private final Path more;
    private int number;
    private long offset;
    private boolean counted;

    KeysetWalk(PagingSpec.Keyset spec, Function<Object, String> keyOf, Function<Object, String> idOf, String key) {
        this.spec = spec;
        this.keyOf = keyOf;
        this.idOf = idOf;
        this.key = key;
        this.total = Total.at(spec.total());
        this.more = spec.more() == null ? null : Path.parse(spec.more());
        this.number = spec.first();
    }

    @Override
    public void values(Map<String, Object> values) {
        values.put("page.size", spec.size());
        values.put("page.number", number);
        values.put("page.offset", offset);
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
        boolean last =
                page.items().size() < spec.size() || total.reached(page, number - spec.first() + 1L, spec.size());
        if (last && !promises(page)) {
            return false;
        }
        if (page.items().isEmpty()) {
            throw new ChannelException.BrokenContract(
                    "'" + more + "' promises more records, but the page is empty", null);
        }
        Object end = page.items().get(page.items().size() - 1);
        String reached = keyOf.apply(end);
        if (reached == null) {
            throw new ChannelException.BrokenContract(
                    "the last record of a page lacks the cursor field, so the next page cannot be asked for", null);
        }
        id = idOf.apply(end);
        if (reached.equals(keyOf.apply(page.items().get(0)))) {
            // A whole page of equal values: starting anew at that value would give the same page for ever.
            number++;
            offset += page.items().size();
            counted = true;
        } else {
            number = spec.first();
            offset = 0;
            key = reached;
        }
        return true;
    }

    private boolean promises(Page page) {
        return more != null && more.get(page.answer().body()) != null;
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
