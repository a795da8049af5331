package io.unifiedcommerce.channel.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTemplateTest {
    private static final Values VALUES = new Values(
            Map.of("page.size", 250, "ids", List.of(1L, 2L), "window.from", "2026-11-20T10:00:00Z"), Map.of());

    @Test
    void keepsTheTypeOfAValueThatIsTheWholeText() {
        assertThat(render("{first: '${page.size}', ids: '${ids}', query: 'updated_at:>=${window.from}'}"))
                .isEqualTo(Map.of("first", 250, "ids", List.of(1L, 2L), "query", "updated_at:>=2026-11-20T10:00:00Z"));
    }

    @Test
    void keepsConstants() {
        assertThat(render("{a: [1, true, 2.5], b: {c: text}}"))
                .isEqualTo(Map.of("a", List.of(1, true, 2.5), "b", Map.of("c", "text")));
        assertThat(compile("{a: null}").render(VALUES, JsonTemplate.Missing.LEFT_OUT))
                .isEqualTo(Collections.singletonMap("a", null));
    }

    @Test
    void leavesOutOrNullsWhatHasNoValue() {
        JsonTemplate template = compile("{after: '${page.token}', list: ['${page.token}', x]}");

        assertThat(template.render(VALUES, JsonTemplate.Missing.LEFT_OUT)).isEqualTo(Map.of("list", List.of("x")));
        Map<?, ?> nulled = (Map<?, ?>) template.render(VALUES, JsonTemplate.Missing.NULL);
        assertThat(nulled.containsKey("after")).isTrue();
        assertThat(nulled.get("list")).isEqualTo(Arrays.asList(null, "x"));
    }

    private static Object render(String yaml) {
        return compile(yaml).render(VALUES, JsonTemplate.Missing.NULL);
    }

    private static JsonTemplate compile(String yaml) {
        try {
            return JsonTemplate.compile(new ObjectMapper(new YAMLFactory()).readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
