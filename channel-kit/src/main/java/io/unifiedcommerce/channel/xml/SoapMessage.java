package io.unifiedcommerce.channel.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;

/** SOAP envelopes. */
public final class SoapMessage {
    /** Namespace of a SOAP 1.1 envelope. */
    public static final String SOAP_1_1 = "http://schemas.xmlsoap.org/soap/envelope/";
    /** Namespace of a SOAP 1.2 envelope. */
    public static final String SOAP_1_2 = "http://www.w3.org/2003/05/soap-envelope";

    private SoapMessage() {}

    /** Whether a document is an envelope. */
    public static boolean isEnvelope(String namespace, String rootName) {
        return rootName.equals("Envelope") && (namespace.equals(SOAP_1_1) || namespace.equals(SOAP_1_2));
    }

    /**
     * Reads a document as the body of an answer: the content of a SOAP message's body, or the root element of any other
     * document. Either is a map with the elements' names.
     *
     * @throws MalformedXmlException when it is not XML
     * @throws IOException when the stream fails
     */
    public static Map<String, Object> body(InputStream xml) throws IOException {
        XmlDocument document = XmlDocument.read(xml);
        if (!isEnvelope(document.namespace(), document.name())) {
            return Collections.singletonMap(document.name(), document.content());
        }
        return bodyOf(document.content());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> bodyOf(Object envelope) throws MalformedXmlException {
        Object body = envelope instanceof Map<?, ?> map ? map.get("Body") : null;
        if (body == null && envelope instanceof Map<?, ?> map && map.containsKey("Body")) {
            return Map.of();
        }
        if (!(body instanceof Map<?, ?>)) {
            throw new MalformedXmlException("a SOAP envelope without a body", false);
        }
        return (Map<String, Object>) body;
    }
}
