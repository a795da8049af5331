package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.record.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Each answer holds the token of the next page. */
final class TokenWalk implements PageWalk {
    private final int size;
    private final Path next;
    private final Path more;
    private final Set<String> used = new HashSet<>();
    private String token;
    private String reached;

    TokenWalk(PagingSpec.Token spec, String token) {
        this.size = spec.size();
        this.next = Path.parse(spec.next());
        this.more = spec.more() == null ? null : Path.parse(spec.more());
        this.token = token;
    }

    @Override
    public void values(Map<String, Object> values) {
        values.put("page.size", size);
        if (token != null) {
            values.put("page.token", token);
        }
    }

    @Override
    public boolean advance(Page page) {
        Object body = page.answer().body();
        String told = next.string(body);
        reached = told == null ? reached : told;
        boolean promised = more != null && Boolean.TRUE.equals(more.get(body));
        String following = more == null || promised ? told : null;
        if (following == null) {
            if (promised) {
                throw new ChannelException.BrokenContract(
                        "'" + more + "' promises a next page, but '" + next + "' holds no token for it", null);
            }
            return false;
        }
        if (!used.add(following)) {
            throw new ChannelException.BrokenContract(
                    "the listing never ends: '" + next + "' gave the same token twice", null);
        }
        token = following;
        return true;
    }

    @Override
    public String reached() {
        return reached;
    }

    @Override
    public int size() {
        return size;
    }
}
