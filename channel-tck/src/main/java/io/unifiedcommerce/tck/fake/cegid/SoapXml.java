package io.unifiedcommerce.tck.fake.cegid;

import io.unifiedcommerce.tck.fake.HttpAnswer;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes SOAP messages from trees of maps, lists and scalars. */
final class SoapXml {
    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String RETAIL = "http://www.cegid.fr/Retail/1.0";

    private SoapXml() {}

    /** The answer of an operation; null or an empty tree for one without a result. */
    static HttpAnswer response(String operation, Object result) {
        Map<String, Object> response = result == null ? Map.of() : Map.of(operation + "Result", result);
        return answer(200, Map.of(operation + "Response", response), RETAIL);
    }

    /** @param namespace of everything in the body */
    static HttpAnswer answer(int status, Map<String, ?> body, String namespace) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("s", "Envelope", ENVELOPE);
            xml.writeNamespace("s", ENVELOPE);
            xml.writeStartElement("s", "Body", ENVELOPE);
            String prefix = namespace.equals(ENVELOPE) ? "s:" : "";
            for (Map.Entry<String, ?> entry : body.entrySet()) {
                xml.writeStartElement(prefix + entry.getKey());
                if (prefix.isEmpty()) {
                    xml.writeDefaultNamespace(namespace);
                }
                xml.writeNamespace("i", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
                xml.writeNamespace(
                        "a", "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher");
                content(xml, entry.getValue());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer of the fake cannot be written as XML", e);
        }
        return HttpAnswer.text(status, "text/xml; charset=utf-8", text.toString());
    }

    private static void content(XMLStreamWriter xml, Object value) throws XMLStreamException {
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                List<?> items = entry.getValue() instanceof List<?> list ? list : null;
                if (items == null) {
                    element(xml, entry.getKey().toString(), entry.getValue());
                } else {
                    for (Object item : items) {
                        element(xml, entry.getKey().toString(), item);
                    }
                }
            }
        } else if (value != null) {
            xml.writeCharacters(value.toString());
        }
    }

    private static void element(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        xml.writeStartElement(name);
        if (value == null) {
            xml.writeAttribute("i:nil", "true");
        }
        content(xml, value);
        xml.writeEndElement();
    }
}
