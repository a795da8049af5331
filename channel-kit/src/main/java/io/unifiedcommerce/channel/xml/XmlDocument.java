package io.unifiedcommerce.channel.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An XML document as a tree of maps, lists and texts, the shape in which JSON is read, too. An element becomes a value under
 * its local name: a text, or a map of what it contains. Elements of the same name become a list; one alone does not, so paths
 * read a single value as a list of one. An empty element, or one with {@code xsi:nil}, is null. Attributes stand under their
 * name with an {@code @} in front, and a text beside attributes under {@code #text}. Namespaces and {@code xsi:type} are not kept.
 *
 * @param namespace of the root element; empty for none
 * @param name local name of the root element
 * @param content of the root element
 */
public record XmlDocument(String namespace, String name, Object content) {

    /**
     * Reads a document to the end of the stream. Document types are refused and nothing outside of the stream is ever
     * looked up.
     *
     * @throws MalformedXmlException when it is not XML, has a document type, or is nested beyond all reason
     * @throws IOException when the stream fails
     */
    public static XmlDocument read(InputStream xml) throws IOException {
        return new XmlReader().read(xml);
    }

    /** Reads a document that is in memory; see {@link #read(InputStream)}. */
    public static XmlDocument read(byte[] xml) throws IOException {
        return read(new ByteArrayInputStream(xml));
    }
}
