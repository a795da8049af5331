package io.unifiedcommerce.channel.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unifiedcommerce.channel.template.MissingValueException;
import io.unifiedcommerce.channel.template.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class XmlTemplateTest {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @Test
    void keepsTheOrderOfTheElementsWhateverTheOrderOfTheValues() {
        assertThat(render("<r>\n  <b>${x}</b>\n  <a>${y}</a>\n  <c>3</c>\n</r>", Map.of("y", 2, "x", 1)))
                .isEqualTo("<r><b>1</b><a>2</a><c>3</c></r>");
    }

    @Test
    void keepsNamespacesAndFillsAttributes() {
        assertThat(render(
                        "<s:E xmlns:s=\"urn:s\" xmlns=\"urn:d\"><a kind=\"${k}\" s:must=\"1\" other=\"${o}\"/></s:E>",
                        Map.of("k", "x\"<y")))
                .isEqualTo("<s:E xmlns:s=\"urn:s\" xmlns=\"urn:d\"><a kind=\"x&quot;&lt;y\" s:must=\"1\"></a></s:E>");
    }

    @Test
    void leavesOutElementsWithoutValueAndWhatIsEmptyThen() {
        String template = "<r><a>${none}</a><b><c>${none}</c><d>${none.x}</d></b><e/><f>${v}</f></r>";

        assertThat(render(template, Map.of("v", ""))).isEqualTo("<r><e></e><f></f></r>");
        assertThatThrownBy(() -> render("<r>x-${none}</r>", Map.of())).isInstanceOf(MissingValueException.class);
    }

    @Test
    void repeatsAnElementForEachItemOfAList() {
        assertThat(render("<r><i>${ids}</i></r>", Map.of("ids", Arrays.asList("a,b", null, 2))))
                .isEqualTo("<r><i>a,b</i><i>2</i></r>");
        assertThat(render("<r><i>${shop.ids[]}</i></r>", Map.of("shop.ids", " A , B,,C ")))
                .isEqualTo("<r><i>A</i><i>B</i><i>C</i></r>");
        assertThat(render("<r><k/><l><i>${ids}</i></l></r>", Map.of("ids", List.of())))
                .isEqualTo("<r><k></k></r>");
    }

    @Test
    void writesATreeInItsOwnOrderAndTheNamespaceAround() throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("Z", "1 < 2");
        tree.put("A", Map.of("I", List.of(new BigDecimal("1E+2"), "2")));
        tree.put("N", null);

        String xml = render("<y:r xmlns:y=\"urn:y\"><y:data>${data}</y:data></y:r>", Map.of("data", tree));

        assertThat(xml)
                .isEqualTo("<y:r xmlns:y=\"urn:y\"><y:data><y:Z>1 &lt; 2</y:Z><y:A><y:I>100</y:I><y:I>2</y:I></y:A>"
                        + "<y:N></y:N></y:data></y:r>");
    }

    @Property
    void anyTextArrivesAsTheTextThatItIs(@ForAll String text) throws IOException {
        String xml = render("<r a=\"${t}\"><t>${t}</t><u>x${t}</u></r>", Map.of("t", text));

        @SuppressWarnings("unchecked")
        Map<String, Object> read = (Map<String, Object>)
                XmlDocument.read(xml.getBytes(StandardCharsets.UTF_8)).content();

        assertThat(read.keySet()).isSubsetOf("@a", "t", "u");
        String sent = sendable(text);
        assertThat(read.get("t")).isEqualTo(sent.isEmpty() ? null : sent);
        assertThat(read.get("u")).isEqualTo("x" + sent);
    }

    /** What XML can carry: it knows no control characters, no halves of characters, and one kind of line break. */
    private static String sendable(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(point -> point < 0x20 && "\t\n".indexOf(point) < 0
                                || point >= 0xD800 && point <= 0xDFFF
                                || point == 0xFFFE
                                || point == 0xFFFF
                        ? 0xFFFD
                        : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void refusesWhatIsNoTemplate() {
        for (String wrong : List.of("<r>", "<r>a<b/></r>", "<!DOCTYPE r><r/>", "<r>${a..b}</r>", "<r/><r/>", "r")) {
            assertThatThrownBy(() -> XmlTemplate.compile(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String render(String template, Map<String, ?> values) {
        String xml =
                new String(XmlTemplate.compile(template).render(new Values(values, Map.of())), StandardCharsets.UTF_8);
        assertThat(xml).startsWith(DECLARATION);
        return xml.substring(DECLARATION.length());
    }
}
