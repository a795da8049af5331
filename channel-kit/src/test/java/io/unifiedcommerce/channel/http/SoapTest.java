package io.unifiedcommerce.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.SoapSpec;
import io.unifiedcommerce.channel.write.WriteRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoapTest {
    private static final String ENVELOPE_1_1 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String ENVELOPE_1_2 = "http://www.w3.org/2003/05/soap-envelope";
    private static final RequestSpec LIST = WriteRequests.soap("/Documents.svc", "list.xml", "urn:List");
    private static final String EMPTY = envelope(ENVELOPE_1_1, "<ListResponse xmlns=\"urn:d\"/>");

    @TempDir
    Path directory;

    private final FakeTime time = new FakeTime();
    private FakeShop shop;
    private OkHttpChannelClient client;

    @BeforeEach
    void open() throws IOException {
        shop = new FakeShop(directory);
        template("list.xml", ENVELOPE_1_1);
        template("list12.xml", ENVELOPE_1_2);
        client = shop.client(time);
    }

    private void template(String file, String namespace) throws IOException {
        Files.writeString(
                directory.resolve("shop").resolve(file),
                "<s:Envelope xmlns:s=\"" + namespace + "\"><s:Body><List xmlns=\"urn:d\"><Since>${since}</Since>"
                        + "<Page>${page.number}</Page></List></s:Body></s:Envelope>");
    }

    @AfterEach
    void close() {
        client.close();
        shop.close();
    }

    @Test
    void sendsTheEnvelopeAndReadsTheBodyOfTheAnswer() {
        shop.answers(xml(
                200,
                envelope(
                        ENVELOPE_1_1,
                        "<ListResponse xmlns=\"urn:d\"><Rows><Row><Id>1</Id></Row></Rows></ListResponse>")));

        Answer answer = client.call(LIST, Map.of("since", "<now>", "page.number", 3), ChannelClient.Purpose.READ);

        assertThat(answer.body()).isEqualTo(Map.of("ListResponse", Map.of("Rows", Map.of("Row", Map.of("Id", "1")))));
        RecordedRequest request = shop.request();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getUrl().encodedPath()).isEqualTo("/Documents.svc");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("text/xml; charset=utf-8");
        assertThat(request.getHeaders().get("SOAPAction")).isEqualTo("\"urn:List\"");
        assertThat(request.getBody().utf8())
                .contains("<List xmlns=\"urn:d\"><Since>&lt;now&gt;</Since><Page>3</Page></List>");
    }

    @Test
    void fillsTheEnvelopeFromTheVariablesOfTheRequest() {
        shop.answers(xml(200, EMPTY));
        RequestSpec spec = new RequestSpec(
                "POST",
                "/d",
                null,
                Map.of(),
                Map.of(),
                null,
                null,
                Map.of(
                        "since", TextNode.valueOf("${window.from}Z"),
                        "page.number",
                                JsonNodeFactory.instance
                                        .arrayNode()
                                        .add("a")
                                        .add("${none}")
                                        .add(2)),
                new SoapSpec("list.xml", null),
                RequestSpec.Content.XML);

        client.call(spec, Map.of("window.from", "2026"), ChannelClient.Purpose.READ);

        assertThat(shop.request().getBody().utf8()).contains("<Since>2026Z</Since><Page>a</Page><Page>2</Page></List>");
    }

    @Test
    void tellsTheActionOfSoap12InTheContentType() {
        shop.answers(xml(200, envelope(ENVELOPE_1_2, "")));

        Answer answer =
                client.call(WriteRequests.soap("/d", "list12.xml", "urn:List"), Map.of(), ChannelClient.Purpose.READ);

        assertThat(answer.body()).isEqualTo(Map.of());
        RecordedRequest request = shop.request();
        assertThat(request.getHeaders().get("Content-Type"))
                .isEqualTo("application/soap+xml; charset=utf-8; action=\"urn:List\"");
        assertThat(request.getHeaders().get("SOAPAction")).isNull();
    }

    @Test
    void readsAnyDocumentWhereXmlIsExpected() {
        shop.answers(xml(200, "<catalog><item>1</item></catalog>"), FakeShop.json("\n <?xml version=\"1.0\"?><c/>"));
        RequestSpec spec = new RequestSpec(
                "GET", "/catalog", null, Map.of(), Map.of(), null, null, Map.of(), null, RequestSpec.Content.XML);

        assertThat(client.call(spec, Map.of(), ChannelClient.Purpose.READ).body())
                .isEqualTo(Map.of("catalog", Map.of("item", "1")));
        assertThat(client.call(spec, Map.of(), ChannelClient.Purpose.READ).body())
                .hasToString("{c=null}");
    }

    @Test
    void knowsWhoseFaultAFaultIs() {
        shop.answers(
                xml(500, fault("s:Client", "no such type", "<BusinessFaultDetail><Id>17</Id></BusinessFaultDetail>")),
                xml(200, fault("s:Client.Authentication", "who are you", "")),
                xml(500, fault("s:MustUnderstand", "header", "")),
                xml(500, fault("a:Unheard", "?", "")),
                xml(200, EMPTY),
                xml(500, fault("s:Server", "try later", "")),
                xml(200, EMPTY));

        ChannelException.Rejected rejected = catchThrowableOfType(ChannelException.Rejected.class, this::read);
        assertThat(rejected).hasMessage("list.xml: fault BusinessFaultDetail, Client: no such type");
        assertThat(io.unifiedcommerce.channel.record.Path.parse("detail.BusinessFaultDetail.Id")
                        .string(rejected.body()))
                .isEqualTo("17");
        assertThatThrownBy(this::read)
                .isInstanceOf(ChannelException.Rejected.class)
                .hasMessageContaining("Client.Authentication, Client");
        assertThatThrownBy(this::read).isInstanceOf(ChannelException.BrokenContract.class);
        assertThat(read().status()).isEqualTo(200);
        assertThat(read().status()).isEqualTo(200);
        assertThat(shop.server().getRequestCount()).isEqualTo(7);
    }

    @Test
    void letsTheManifestSayWhatThePlatformsFaultsMean() {
        shop.http(
                "soap_faults: {ServerTooBusy: busy, CbpExceptionDetail: transient, FailedAuthentication: unauthorized,"
                        + " NoRight: forbidden, Client: broken}");
        client.close();
        client = shop.client(new FakeTime());
        shop.answers(
                xml(500, fault("a:ServerTooBusy", "", "")),
                xml(200, EMPTY),
                xml(500, fault("s:Client", "", "<CbpExceptionDetail/>")),
                xml(500, fault12("s:Sender", "w:FailedAuthentication")),
                xml(403, fault("s:Client", "", "<NoRight/>")),
                xml(400, fault("s:Client", "", "")));

        assertThat(write().status()).isEqualTo(200);
        assertThat(catchThrowableOfType(ChannelException.Transient.class, this::write)
                        .outcomeUnknown())
                .isTrue();
        assertThatThrownBy(this::write).isInstanceOf(ChannelException.Unauthorized.class);
        assertThatThrownBy(this::write).isInstanceOf(ChannelException.Forbidden.class);
        assertThatThrownBy(this::write).isInstanceOf(ChannelException.BrokenContract.class);
    }

    @Test
    void doesNotQuoteTheCustomerInARefusedWrite() {
        shop.answers(xml(500, fault("s:Client", "ines@example.org is no address", "<D>ines@example.org</D>")));

        assertThatThrownBy(this::write)
                .isInstanceOf(ChannelException.Rejected.class)
                .hasMessage("list.xml: fault D, Client");
    }

    @Test
    void waitsForAPageOfMaintenanceToEnd() {
        for (String page :
                List.of("<!DOCTYPE html><html><body>Back soon</body></html>", "\n<HTML lang=\"en\"><br></HTML>")) {
            shop.answers(xml(200, page), xml(503, page), xml(200, EMPTY));

            assertThat(read().status()).isEqualTo(200);
        }
    }

    @Test
    void asksAgainWhenTheAnswerIsCutAndNotWhenItIsNoXml() {
        shop.answers(xml(200, EMPTY.substring(0, 60)), xml(200, EMPTY));
        assertThat(read().status()).isEqualTo(200);

        shop.answers(xml(200, "{\"a\":1}"));
        assertThatThrownBy(this::read)
                .isInstanceOf(ChannelException.BrokenContract.class)
                .hasMessageContaining("not accepted as XML");
        shop.answers(xml(200, "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"));
        assertThatThrownBy(this::read)
                .isInstanceOf(ChannelException.BrokenContract.class)
                .hasMessageContaining("document type");
        shop.answers(xml(200, "<a>" + "x".repeat(2 << 20) + "</a>"));
        assertThatThrownBy(this::read)
                .isInstanceOf(ChannelException.BrokenContract.class)
                .hasMessageContaining("max_body_mib");
    }

    @Test
    void takesAnEnvelopeFromAFileThatAnOptionNames() throws IOException {
        Path file = directory.resolve("own.xml");
        Files.writeString(file, "<s:Envelope xmlns:s=\"" + ENVELOPE_1_1 + "\"><s:Body><Own/></s:Body></s:Envelope>");
        RequestSpec spec = new RequestSpec(
                "POST",
                "/own",
                null,
                Map.of(),
                Map.of(),
                null,
                null,
                Map.of(),
                new SoapSpec("${shop.template}", "${shop.action}"),
                RequestSpec.Content.XML);

        assertThatThrownBy(() -> client.call(spec, Map.of(), ChannelClient.Purpose.WRITE))
                .isInstanceOf(ChannelException.BrokenContract.class)
                .hasMessageContaining("set shop.template");

        client.close();
        FakeTime again = new FakeTime();
        client = shop.client(
                Map.of("shop.token", FakeShop.TOKEN, "shop.template", file.toString(), "shop.action", "urn:own"),
                FakeShop.SETTINGS,
                again,
                again);
        shop.answers(xml(200, EMPTY));
        client.call(spec, Map.of(), ChannelClient.Purpose.WRITE);
        RecordedRequest request = shop.request();
        assertThat(request.getHeaders().get("SOAPAction")).isEqualTo("\"urn:own\"");
        assertThat(request.getBody().utf8()).contains("<Own></Own>");
    }

    private Answer read() {
        return client.call(LIST, Map.of("page.number", 1), ChannelClient.Purpose.READ);
    }

    private Answer write() {
        return client.call(LIST, Map.of("page.number", 1), ChannelClient.Purpose.WRITE);
    }

    private static MockResponse xml(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/xml; charset=utf-8")
                .body(body)
                .build();
    }

    private static String envelope(String namespace, String body) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><s:Envelope xmlns:s=\"" + namespace + "\"><s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    private static String fault(String code, String text, String detail) {
        return envelope(
                ENVELOPE_1_1,
                "<s:Fault><faultcode xmlns:a=\"urn:a\">" + code + "</faultcode><faultstring xml:lang=\"en\">" + text
                        + "</faultstring><detail>" + detail + "</detail></s:Fault>");
    }

    private static String fault12(String code, String subcode) {
        return envelope(
                ENVELOPE_1_2,
                "<s:Fault><s:Code><s:Value>" + code + "</s:Value><s:Subcode><s:Value>" + subcode
                        + "</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"en\">no</s:Text></s:Reason></s:Fault>");
    }
}
