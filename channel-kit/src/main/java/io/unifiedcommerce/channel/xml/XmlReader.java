package io.unifiedcommerce.channel.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML into trees by the JDK's own StAX parser: another one on the class path may not know the same limits. */
final class XmlReader {
    /** Deeper than any answer, and far from the end of the stack. */
    static final int DEEPEST = 200;

    private final XMLInputFactory factory = safeFactory();

    /** Knows afterwards why the parser gave up: it hides the stream's failure and the stream's end in errors of its own. */
    private static final class Watched extends FilterInputStream {
        private IOException failure;
        private boolean ended;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int count = read(one, 0, 1);
            return count < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int count = super.read(buffer, offset, length);
                ended |= count < 0;
                return count;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }

    static XMLInputFactory safeFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing outside of the document is looked up");
        });
        return factory;
    }

    XmlDocument read(InputStream xml) throws IOException {
        Watched watched = new Watched(xml);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(watched);
            toRoot(reader);
            String namespace = reader.getNamespaceURI();
            String name = reader.getLocalName();
            Object content = element(reader, 1);
            while (reader.hasNext()) {
                reader.next();
            }
            return new XmlDocument(namespace == null ? "" : namespace, name, content);
        } catch (XMLStreamException e) {
            if (watched.failure != null) {
                throw watched.failure;
            }
            throw malformed(e, watched.ended);
        }
    }

    private static MalformedXmlException malformed(XMLStreamException e, boolean cutShort) {
        // The parser's message quotes the document, which may be personal data.
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
        return new MalformedXmlException(cutShort ? "ends in the middle" : "not XML" + where, cutShort);
    }

    private static void toRoot(XMLStreamReader reader) throws XMLStreamException, IOException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new MalformedXmlException("a document type is declared, which is not accepted", false);
            }
        }
    }

    private static Object element(XMLStreamReader reader, int depth) throws XMLStreamException, IOException {
        if (depth > DEEPEST) {
            throw new MalformedXmlException("nested deeper than " + DEEPEST + " elements", false);
        }
        boolean nil = "true".equals(reader.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil"));
        Map<String, Object> fields = attributes(reader);
        StringBuilder text = new StringBuilder();
        boolean nested = false;
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    nested = true;
                    String name = reader.getLocalName();
                    add(fields, name, element(reader, depth + 1));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new MalformedXmlException("an entity is used that XML does not know by itself", false);
                default -> {
                    // comments and processing instructions tell nothing
                }
            }
        }
        return nil ? null : value(fields, text, nested);
    }

    private static Object value(Map<String, Object> fields, StringBuilder text, boolean nested) {
        if (fields.isEmpty() && !nested) {
            return text.isEmpty() ? null : text.toString();
        }
        if (!text.toString().isBlank()) {
            fields.put("#text", nested ? text.toString().strip() : text.toString());
        }
        return fields;
    }

    private static Map<String, Object> attributes(XMLStreamReader reader) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(i))) {
                attributes.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        return attributes;
    }

    private static void add(Map<String, Object> fields, String name, Object value) {
        if (!fields.containsKey(name)) {
            fields.put(name, value);
        } else if (fields.get(name) instanceof Siblings siblings) {
            siblings.add(value);
        } else {
            Siblings siblings = new Siblings();
            siblings.add(fields.get(name));
            siblings.add(value);
            fields.put(name, siblings);
        }
    }

    /** No value of an element is a list, so any list is one of siblings; the type of its own says so. */
    private static final class Siblings extends ArrayList<Object> {
        private static final long serialVersionUID = 1;
    }
}
