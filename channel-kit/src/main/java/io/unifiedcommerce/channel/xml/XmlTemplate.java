package io.unifiedcommerce.channel.xml;

import io.unifiedcommerce.channel.template.MissingValueException;
import io.unifiedcommerce.channel.template.Values;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document whose texts and attributes hold placeholders. What is sent has the elements of the document in their order:
 * servers that read by position silently overlook an element in another place.
 *
 * <p>An element whose whole text is one placeholder
 * <ul>
 *   <li>is left out when that has no value, and so is an element around it of which nothing is left;
 *   <li>is written once for each item when that is a list; {@code ${name[]}} reads a text with commas as a list;
 *   <li>has the entries of a map as elements in its own namespace, in the map's order, when that is a map as
 *       {@link XmlDocument} reads one.
 * </ul>
 * Values are always written as text: they can neither open nor close an element. Immutable.
 */
public final class XmlTemplate {
    private final TemplateElement root;

    private XmlTemplate(TemplateElement root) {
        this.root = root;
    }

    /**
     * Reads a document and its placeholders.
     *
     * @throws IllegalArgumentException when it is not XML, has a document type, mixes text with elements, or a placeholder is
     *     not a name or path
     */
    public static XmlTemplate compile(String xml) {
        return new XmlTemplate(new XmlTemplateReader().read(xml));
    }

    /** Namespace of the root element; empty for none. */
    public String namespace() {
        return root.name().getNamespaceURI();
    }

    /**
     * Fills in the values.
     *
     * @return the document in UTF-8
     * @throws MissingValueException when a placeholder inside a longer text has no value
     */
    public byte[] render(Values values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            for (FilledElement element : root.fill(values)) {
                element.write(writer);
            }
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
