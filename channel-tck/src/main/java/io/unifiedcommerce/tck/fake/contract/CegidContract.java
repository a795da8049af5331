package io.unifiedcommerce.tck.fake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.unifiedcommerce.tck.fake.HttpCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The message shapes of Y2's services, as clients made from tenants' descriptions show them, as a judge of requests: a schema is
 * made of them in which members have their order. It is no description of a tenant. Thread safe.
 */
public final class CegidContract {
    private static final Map<String, String> SERVICES = Map.of(
            "SaleDocumentService.svc", "SaleDocument",
            "CustomerWcfService.svc", "Customer",
            "ItemInventoryWcfService.svc", "ItemInventory",
            "ManagementService.svc", "Management");
    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private final JsonNode shapes;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private CegidContract(JsonNode shapes) {
        this.shapes = shapes;
    }

    /** @param file soap-shapes.json */
    public static CegidContract of(Path file) {
        try {
            return new CegidContract(JsonMapper.builder().build().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** What is wrong with a request; empty when the shapes allow it. */
    public List<String> problems(HttpCall call) {
        String service = SERVICES.get(call.path().substring(call.path().lastIndexOf('/') + 1));
        if (service == null) {
            return List.of("no known service: " + call.path());
        }
        List<String> problems = new ArrayList<>();
        try {
            Element operation = operation(call.body());
            String action = call.header("soapaction").orElse("").replace("\"", "");
            if (!action.endsWith("/" + operation.getLocalName())) {
                problems.add("the action " + action + " is not that of " + operation.getLocalName());
            }
            Validator validator = schemas.computeIfAbsent(service, this::schema).newValidator();
            validator.setErrorHandler(new Collecting(problems));
            validator.validate(new DOMSource(operation));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            problems.add("not a SOAP message: " + e.getMessage());
        }
        return problems;
    }

    private static Element operation(byte[] body) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        NodeList found = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(body))
                .getElementsByTagNameNS(ENVELOPE, "Body");
        for (int i = 0;
                found.getLength() == 1 && i < found.item(0).getChildNodes().getLength();
                i++) {
            if (found.item(0).getChildNodes().item(i) instanceof Element operation) {
                return operation;
            }
        }
        throw new SAXException("no body with an operation");
    }

    private Schema schema(String service) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            CegidSchema schema = new CegidSchema(shapes.path("services").path(service));
            return factory.newSchema(new Source[] {
                new StreamSource(new StringReader(CegidSchema.ARRAYS)),
                new StreamSource(new StringReader(schema.text()))
            });
        } catch (SAXException e) {
            throw new IllegalStateException("the shapes of " + service + " make no schema", e);
        }
    }

    /** Goes on after an error, so that all are told. */
    private record Collecting(List<String> problems) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            problems.add(e.getMessage());
        }

        @Override
        public void error(SAXParseException e) {
            problems.add(e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            problems.add(e.getMessage());
        }
    }
}
