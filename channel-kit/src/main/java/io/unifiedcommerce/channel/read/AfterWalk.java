package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelException;
import java.util.Map;
import java.util.function.Function;

/** Each page starts the sorted listing anew after its last value, until a page holds nothing. */
final class AfterWalk implements PageWalk {
    private static final int LONGEST = 19;

    private final int size;
    private final Function<Object, String> keyOf;
    private final boolean texts;
    private String key;

    /** @param texts whether values are texts even where they hold digits only */
    AfterWalk(int size, Function<Object, String> keyOf, boolean texts, String key) {
        this.size = size;
        this.keyOf = keyOf;
        this.texts = texts;
        this.key = key;
    }

    @Override
    public void values(Map<String, Object> values) {
        values.put("page.size", size);
        if (key != null) {
            // In a JSON body a number must not be a text.
            boolean whole = !texts && key.length() < LONGEST && key.chars().allMatch(Character::isDigit);
            values.put("cursor.value", whole ? (Object) Long.valueOf(key) : key);
        }
    }

    @Override
    public boolean advance(Page page) {
        if (page.items().isEmpty()) {
            return false;
        }
        String reached = keyOf.apply(page.items().get(page.items().size() - 1));
        if (reached == null) {
            throw new ChannelException.BrokenContract(
                    "the last record of a page lacks the cursor field, so the next page cannot be asked for", null);
        }
        if (reached.equals(key)) {
            throw new ChannelException.BrokenContract(
                    "the listing never ends: a page after '" + key + "' ends with it again", null);
        }
        key = reached;
        return true;
    }

    @Override
    public int size() {
        return size;
    }
}
