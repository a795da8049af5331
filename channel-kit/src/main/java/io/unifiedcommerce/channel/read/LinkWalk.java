package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.record.Path;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Link header (RFC 8288), or a text in the answer's body, names the next page. Only the parameters of its address are taken: the page is asked for at the
 * place of the first one, so that an answer cannot send credentials to another host.
 */
final class LinkWalk implements PageWalk {
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>[^<]*;\\s*rel=\"?next\"?(?:[\\s;,]|$)");

    private final int size;
    private final Path next;
    private final Set<String> used = new HashSet<>();
    private List<Parameter> parameters;

    private record Parameter(String name, String value) {}

    LinkWalk(PagingSpec.Link spec) {
        this.size = spec.size();
        this.next = spec.next() == null ? null : Path.parse(spec.next());
    }

    @Override
    public void values(Map<String, Object> values) {
        values.put("page.size", size);
        for (int i = 0; parameters != null && i < parameters.size(); i++) {
            values.put("page.link." + i, parameters.get(i).value());
        }
    }

    @Override
    public RequestSpec request(RequestSpec first) {
        if (parameters == null) {
            return first;
        }
        // Values pass through placeholders, because a text that holds ${ would be taken for a template.
        Map<String, String> templates = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            templates.put(parameters.get(i).name(), "${page.link." + i + "}");
        }
        return first.asking(templates);
    }

    @Override
    public boolean advance(Page page) {
        String target = next == null
                ? inHeader(page.answer())
                : next.string(page.answer().body());
        if (target == null) {
            return false;
        }
        if (!used.add(target)) {
            throw new ChannelException.BrokenContract(
                    "the listing never ends: " + (next == null ? "the Link header" : "'" + next + "'")
                            + " named the same next page twice",
                    null);
        }
        parameters = parametersOf(target);
        return true;
    }

    private static String inHeader(Answer answer) {
        String header = answer.headers().get("link");
        Matcher matcher = NEXT.matcher(header == null ? "" : header);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static List<Parameter> parametersOf(String target) {
        List<Parameter> parameters = new ArrayList<>();
        int question = target.indexOf('?');
        if (question >= 0) {
            for (String pair : target.substring(question + 1).split("&")) {
                int equals = pair.indexOf('=');
                parameters.add(
                        equals < 0
                                ? new Parameter(decode(pair), "")
                                : new Parameter(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return size;
    }
}
