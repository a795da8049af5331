package io.unifiedcommerce.tck.fake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.unifiedcommerce.tck.fake.HttpCall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The judge of Y2's requests finds what WCF overlooks without a word. */
class CegidContractTest {
    private static final String KEY = "<y:Number>17</y:Number><y:Stump>LYN</y:Stump><y:Type>Receipt</y:Type>";

    private CegidContract contract;

    @BeforeEach
    void read() {
        Optional<Path> shapes = PublishedContracts.find("cegid-y2/soap-shapes.json");
        Assumptions.assumeTrue(shapes.isPresent(), "cegid-y2/soap-shapes.json is not at hand");
        contract = CegidContract.of(shapes.orElseThrow());
    }

    @Test
    void allowsARequestInItsOrder() {
        assertThat(problems("GetByKey", "<y:searchRequest><y:Key>" + KEY + "</y:Key></y:searchRequest>"))
                .isEmpty();
        assertThat(problems(
                        "GetHeaderList",
                        "<y:searchRequest><y:StoreIds><a:string xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/"
                                + "Arrays\">LYN</a:string></y:StoreIds></y:searchRequest>"))
                .isEmpty();
    }

    @Test
    void findsAnElementInAWrongPlace() {
        assertThat(
                        problems(
                                "GetByKey",
                                "<y:searchRequest><y:Key><y:Type>Receipt</y:Type><y:Number>17</y:Number></y:Key></y:searchRequest>"))
                .singleElement()
                .asString()
                .contains("Number");
    }

    @Test
    void findsUnknownElementsWrongValuesAndAForeignNamespace() {
        assertThat(problems("GetByKey", "<y:searchRequest><y:Id>17</y:Id></y:searchRequest>"))
                .isNotEmpty();
        assertThat(problems(
                        "GetByKey",
                        "<y:searchRequest><y:Key>" + KEY.replace("17", "x17") + "</y:Key></y:searchRequest>"))
                .isNotEmpty();
        assertThat(problems(
                        "GetHeaderList",
                        "<y:searchRequest><y:StoreIds><y:string>LYN</y:string></y:StoreIds></y:searchRequest>"))
                .isNotEmpty();
        assertThat(problems(
                        "GetHeaderList",
                        "<y:searchRequest><y:DocumentTypes><y:SaleDocumentType>Sale</y:SaleDocumentType></y:DocumentTypes>"
                                + "</y:searchRequest>"))
                .isNotEmpty();
    }

    @Test
    void findsAnActionOfAnotherOperationAndAnUnknownService() {
        assertThat(contract.problems(call("/Y2/SaleDocumentService.svc", "GetHeaderList", "GetByKey", "")))
                .singleElement()
                .asString()
                .contains("action");
        assertThat(contract.problems(call("/Y2/StockService.svc", "SetStock", "SetStock", "")))
                .isNotEmpty();
    }

    private List<String> problems(String operation, String content) {
        return contract.problems(call("/Y2/SaleDocumentService.svc", operation, operation, content));
    }

    private static HttpCall call(String path, String action, String operation, String content) {
        String xml =
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:y=\"http://www.cegid.fr/Retail/1.0\">"
                        + "<s:Body><y:" + operation + ">" + content + "</y:" + operation + "></s:Body></s:Envelope>";
        return new HttpCall(
                "POST",
                path,
                Map.of(),
                Map.of("soapaction", "\"http://www.cegid.fr/Retail/1.0/ISaleDocumentService/" + action + "\""),
                xml.getBytes(StandardCharsets.UTF_8));
    }
}
