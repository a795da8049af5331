package io.unifiedcommerce.channel.xml;

import io.unifiedcommerce.channel.template.TextTemplate;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a template's document. */
final class XmlTemplateReader {
    private static final String LIST_MARK = "[]}";

    TemplateElement read(String xml) {
        try {
            XMLStreamReader reader = XmlReader.safeFactory().createXMLStreamReader(new StringReader(xml));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw new IllegalArgumentException("a document type is declared, which is not accepted");
                }
            }
            TemplateElement root = element(reader);
            while (reader.hasNext()) {
                reader.next();
            }
            return root;
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not XML: " + e.getMessage(), e);
        }
    }

    private static TemplateElement element(XMLStreamReader reader) throws XMLStreamException {
        QName name = reader.getName();
        Map<String, String> namespaces = new LinkedHashMap<>();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            namespaces.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
        }
        Map<QName, TextTemplate> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeName(i), TextTemplate.compile(reader.getAttributeValue(i)));
        }
        List<TemplateElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                children.add(element(reader));
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        return element(name, namespaces, attributes, text.toString().strip(), children);
    }

    private static TemplateElement element(
            QName name,
            Map<String, String> namespaces,
            Map<QName, TextTemplate> attributes,
            String text,
            List<TemplateElement> children) {
        if (!text.isEmpty() && !children.isEmpty()) {
            throw new IllegalArgumentException("<" + name.getLocalPart() + "> holds text beside elements");
        }
        boolean split = text.startsWith("${") && text.endsWith(LIST_MARK);
        String plain = split ? text.substring(0, text.length() - LIST_MARK.length()) + "}" : text;
        return new TemplateElement(
                name,
                namespaces,
                attributes,
                text.isEmpty() ? null : TextTemplate.compile(plain),
                split,
                List.copyOf(children));
    }
}
