package io.unifiedcommerce.tck.fake.shopify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A global id such as gid://shopify/Order/123. */
record Gid(String type, long id) {
    private static final Pattern FORM = Pattern.compile("gid://shopify/(\\w+)/(\\d+)(\\?.*)?");

    static String of(String type, long id) {
        return "gid://shopify/" + type + "/" + id;
    }

    /** @throws ShopifyError when the text is no global id, as the real platform answers */
    static Gid parse(Object text) {
        Matcher matcher = FORM.matcher(String.valueOf(text));
        if (!matcher.matches()) {
            throw new ShopifyError("RESOURCE_NOT_FOUND", "Invalid global id '" + text + "'");
        }
        return new Gid(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    /** The number of an id of this type, or -1, which nothing has. */
    static long of(Object text, String type) {
        Gid gid = parse(text);
        return gid.type().equals(type) ? gid.id() : -1;
    }
}
