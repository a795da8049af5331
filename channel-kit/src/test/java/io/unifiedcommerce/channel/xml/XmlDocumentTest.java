package io.unifiedcommerce.channel.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.unifiedcommerce.channel.record.Path;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlDocumentTest {

    @Test
    void readsElementsAsTheTreesThatJsonGives() throws IOException {
        XmlDocument document = read("""
                <?xml version="1.0" encoding="utf-8"?>
                <a:Reply xmlns:a="urn:shop" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
                  <!-- nothing -->
                  <a:Total>58.00</a:Total>
                  <a:Lines><a:Line><a:Rank>1</a:Rank></a:Line><a:Line><a:Rank>2</a:Rank></a:Line></a:Lines>
                  <a:Payments><a:Payment i:type="a:Card"><a:Amount>58.00</a:Amount></a:Payment></a:Payments>
                  <a:Comment i:nil="true"/><a:Note></a:Note><a:Taxes/>
                  <a:Id kind="sku">A &amp; <![CDATA[<B>]]></a:Id>
                </a:Reply>
                """);

        assertThat(document.namespace()).isEqualTo("urn:shop");
        assertThat(document.name()).isEqualTo("Reply");
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("Total", "58.00");
        expected.put("Lines", Map.of("Line", List.of(Map.of("Rank", "1"), Map.of("Rank", "2"))));
        expected.put("Payments", Map.of("Payment", Map.of("Amount", "58.00")));
        expected.put("Comment", null);
        expected.put("Note", null);
        expected.put("Taxes", null);
        expected.put("Id", Map.of("@kind", "sku", "#text", "A & <B>"));
        assertThat(document.content()).isEqualTo(expected);
    }

    @Test
    void letsPathsReadOneElementAsAListOfOneAndNoneAsAnEmptyList() throws IOException {
        Object content = read("<r><one><i>1</i></one><none/><two><i>1</i><i>2</i></two></r>")
                .content();

        assertThat(Path.parse("one.i").list(content)).containsExactly("1");
        assertThat(Path.parse("two.i").list(content)).containsExactly("1", "2");
        assertThat(Path.parse("none.i").list(content)).isEmpty();
        assertThat(Path.parse("none").list(content)).isEmpty();
    }

    @Test
    void keepsTheBlanksInsideOfAText() throws IOException {
        assertThat(read("<r>10AB0025     X</r>").content()).isEqualTo("10AB0025     X");
        assertThat(read("<r><a>A  </a></r>").content()).isEqualTo(Map.of("a", "A  "));
    }

    @Test
    void looksUpNothingOutsideOfTheDocument(@TempDir java.nio.file.Path directory) throws IOException {
        java.nio.file.Path secret = Files.writeString(directory.resolve("secret.txt"), "s3cret");

        assertThatThrownBy(() -> read("<!DOCTYPE r [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><r>&x;</r>"))
                .isInstanceOf(MalformedXmlException.class)
                .hasMessageContaining("document type")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> read("<!DOCTYPE r SYSTEM \"" + secret.toUri() + "\"><r/>"))
                .isInstanceOf(MalformedXmlException.class);
        assertThatThrownBy(() -> read("<r>&x;</r>")).isInstanceOf(MalformedXmlException.class);
        assertThat(read("<r xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"" + secret.toUri()
                                + "\" parse=\"text\"/></r>")
                        .content())
                .hasToString("{include={@href=" + secret.toUri() + ", @parse=text}}");
    }

    @Test
    void refusesEntitiesThatUnfoldWithoutEnd() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }

        assertThatThrownBy(() -> read(laughs + "]><r>&l19;</r>")).isInstanceOf(MalformedXmlException.class);
    }

    @Test
    void refusesWhatIsNestedBeyondAllReason() throws IOException {
        read("<r>".repeat(XmlReader.DEEPEST) + "</r>".repeat(XmlReader.DEEPEST));

        assertThatThrownBy(() -> read("<r>".repeat(100_000) + "</r>".repeat(100_000)))
                .isInstanceOf(MalformedXmlException.class)
                .hasMessageContaining("nested deeper");
    }

    @Test
    void tellsACutDocumentFromABrokenOneAndQuotesNeither() {
        String whole = "<r><name>Ines</name><lines><line>1</line></lines></r>";
        for (int length = 1; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThat(catchThrowableOfType(MalformedXmlException.class, () -> read(cut)))
                    .as(cut)
                    .hasMessageNotContaining("Ines")
                    .extracting(MalformedXmlException::cutShort)
                    .isEqualTo(true);
        }
        for (String broken : List.of("<r><Ines></r>", "<r>&</r>", "{\"name\":\"Ines\"}", "<r/><r/>", "<r a=Ines/>")) {
            assertThat(catchThrowableOfType(MalformedXmlException.class, () -> read(broken + " ".repeat(20))))
                    .as(broken)
                    .hasMessageNotContaining("Ines")
                    .extracting(MalformedXmlException::cutShort)
                    .isEqualTo(false);
        }
    }

    @Test
    void passesOnAFailureOfTheStream() {
        InputStream failing =
                new FilterInputStream(new ByteArrayInputStream("<r><a>".getBytes(StandardCharsets.UTF_8))) {
                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        int count = super.read(buffer, offset, length);
                        if (count < 0) {
                            throw new IOException("the line failed");
                        }
                        return count;
                    }
                };

        assertThatThrownBy(() -> XmlDocument.read(failing)).hasMessage("the line failed");
    }

    @Test
    void readsTheEncodingThatTheDocumentDeclares() throws IOException {
        byte[] latin = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><r>é</r>".getBytes(StandardCharsets.ISO_8859_1);
        byte[] undeclared = Arrays.copyOfRange(latin, 44, latin.length);

        assertThat(XmlDocument.read(latin).content()).isEqualTo("é");
        assertThatThrownBy(() -> XmlDocument.read(undeclared)).isInstanceOf(IOException.class);
    }

    private static XmlDocument read(String xml) throws IOException {
        return XmlDocument.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}
