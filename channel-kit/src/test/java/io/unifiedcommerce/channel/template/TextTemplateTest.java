package io.unifiedcommerce.channel.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTemplateTest {

    @Test
    void prefersTheCallsWholeNameThenItsRecordThenTheOption() {
        Map<String, String> options = Map.of("shop.url", "https://shop", "record.id", "from options");

        assertThat(text("${shop.url}/x", Map.of(), options)).isEqualTo("https://shop/x");
        assertThat(text("${record.id}", Map.of("record", Map.of("id", 7L)), options))
                .isEqualTo("7");
        assertThat(text("${record.id}", Map.of("record", Map.of("id", 7L), "record.id", 8L), options))
                .isEqualTo("8");
        assertThat(text("${record.id}", Map.of("record", Map.of()), options)).isEqualTo("from options");
    }

    @Test
    void followsPathsIntoRecords() {
        Map<String, ?> values = Map.of("record", Map.of("lines", List.of(Map.of("sku", "A-1"))));

        assertThat(text("sku:${record.lines[0].sku}", values, Map.of())).isEqualTo("sku:A-1");
    }

    @Test
    void writesListsWithCommasAndAmountsInFull() {
        Map<String, ?> values = Map.of("ids", List.of(1L, 2L), "amount", new BigDecimal("1E+3"));

        assertThat(text("in=${ids}&a=${amount}", values, Map.of())).isEqualTo("in=1,2&a=1000");
    }

    @Test
    void quotesTextsSoThatTheyEndWhereTheyShould() {
        Map<String, ?> values = Map.of("record", Map.of("uid", "o'brien@example.com' or 'a' eq 'a"), "id", 7L);

        assertThat(text("uid eq ${record.uid|quoted} or id eq ${id|quoted}", values, Map.of()))
                .isEqualTo("uid eq 'o''brien@example.com'' or ''a'' eq ''a' or id eq '7'");
        assertThat(TextTemplate.compile("${id|quoted}").textOrNull(Values.ofOptions(Map.of())))
                .isNull();
    }

    @Test
    void takesTheLastOfSeveral() {
        Map<String, String> options = Map.of("secret", "old, new", "one", "only");

        assertThat(text("${secret|last}/${one|last}", Map.of(), options)).isEqualTo("new/only");
        assertThatThrownBy(() -> TextTemplate.compile("${secret|first}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("secret|first");
    }

    @Test
    void doesNotWriteOutNumbersOfAbsurdSize() {
        assertThat(text("${n}", Map.of("n", new BigDecimal("1E+999999999")), Map.of()))
                .isEqualTo("1E+999999999");
    }

    @Test
    void namesThePlaceholderThatHasNoValueInsideAText() {
        assertThatThrownBy(() -> text("/orders/${record.id}", Map.of(), Map.of()))
                .isInstanceOf(MissingValueException.class)
                .hasMessage("no value for ${record.id}");
    }

    @Test
    void countsAnEmptyOptionAsNotSet() {
        TextTemplate template = TextTemplate.compile("${shop.scope}");

        assertThat(template.textOrNull(Values.ofOptions(Map.of("shop.scope", ""))))
                .isNull();
    }

    @Test
    void showsNoValues() {
        assertThat(new Values(Map.of("record", "Ines"), Map.of("shop.token", "s3cret")))
                .asString()
                .doesNotContain("Ines", "s3cret");
    }

    private static String text(String template, Map<String, ?> call, Map<String, String> options) {
        return TextTemplate.compile(template).text(new Values(call, options));
    }
}
