package io.unifiedcommerce.channel.xml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An element to be written.
 *
 * @param text null for none
 */
record FilledElement(
        QName name,
        Map<String, String> namespaces,
        Map<QName, String> attributes,
        String text,
        List<FilledElement> children) {

    /** The element of a value: of a text, or of a map as a document is read into. */
    static FilledElement ofTree(QName name, Object value) {
        Map<QName, String> attributes = new LinkedHashMap<>();
        List<FilledElement> children = new ArrayList<>();
        if (!(value instanceof Map<?, ?> map)) {
            return new FilledElement(name, Map.of(), attributes, text(value), children);
        }
        map.forEach((key, item) -> {
            String local = String.valueOf(key);
            if (local.startsWith("@")) {
                attributes.put(new QName(local.substring(1)), text(item));
            } else if (!local.equals("#text")) {
                QName child = new QName(name.getNamespaceURI(), local, name.getPrefix());
                (item instanceof List<?> list ? list : Collections.singletonList(item))
                        .forEach(single -> children.add(ofTree(child, single)));
            }
        });
        return new FilledElement(name, Map.of(), attributes, text(map.get("#text")), children);
    }

    void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(name.getPrefix(), name.getLocalPart(), name.getNamespaceURI());
        for (Map.Entry<String, String> namespace : namespaces.entrySet()) {
            if (namespace.getKey().isEmpty()) {
                writer.writeDefaultNamespace(namespace.getValue());
            } else {
                writer.writeNamespace(namespace.getKey(), namespace.getValue());
            }
        }
        for (Map.Entry<QName, String> attribute : attributes.entrySet()) {
            QName key = attribute.getKey();
            if (key.getNamespaceURI().equals(XMLConstants.NULL_NS_URI)) {
                writer.writeAttribute(key.getLocalPart(), writable(attribute.getValue()));
            } else {
                writer.writeAttribute(
                        key.getPrefix(), key.getNamespaceURI(), key.getLocalPart(), writable(attribute.getValue()));
            }
        }
        if (text != null) {
            writer.writeCharacters(writable(text));
        }
        for (FilledElement child : children) {
            child.write(writer);
        }
        writer.writeEndElement();
    }

    private static String text(Object value) {
        return value == null ? null : value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    /** XML 1.0 has no way at all to write control characters and halves of characters, and knows one kind of line break. */
    private static String writable(String text) {
        if (text.codePoints().allMatch(FilledElement::isXml)) {
            return text;
        }
        StringBuilder writable = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(point -> isXml(point) ? point : 0xFFFD)
                .forEach(writable::appendCodePoint);
        return writable.toString();
    }

    private static boolean isXml(int point) {
        return point >= 0x20 && point < 0xD800
                || point > 0xDFFF && point < 0xFFFE
                || point >= 0x10000
                || point == '\t'
                || point == '\n';
    }
}
