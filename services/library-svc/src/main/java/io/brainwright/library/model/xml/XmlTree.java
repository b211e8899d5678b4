package io.brainwright.library.model.xml;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML whole. A document type is passed over, never loaded and never believed: an entity that it declares is a problem, so
 * neither a file of this machine nor a billion laughs can come in through a paper.
 */
public final class XmlTree {
    /** chosen: papers nest some 20 deep, the deepest tables and formulas some 40. */
    private static final int MAX_DEPTH = 200;
    /** chosen: a paper has some 1e4 elements, a book 1e5. */
    private static final int MAX_ELEMENTS = 2_000_000;

    private final String name;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private int elements;

    private XmlTree(String name) {
        this.name = name;
    }

    /**
     * Reads a file's root element.
     *
     * @param in its bytes
     * @param name its name, for messages
     * @throws Problem INVALID with line and column where it is not well formed, refers to entities or nests too deep
     */
    public static XmlElement read(InputStream in, String name) {
        try {
            var reader = factory().createXMLStreamReader(in);
            return new XmlTree(name).root(reader);
        } catch (XMLStreamException broken) {
            var at = broken.getLocation();
            int line = at == null ? 0 : at.getLineNumber();
            int column = at == null ? 0 : at.getColumnNumber();
            var said = firstLine(String.valueOf(broken.getMessage()));
            throw new Problem(
                    Kind.INVALID,
                    said.contains("entity") ? "XML_ENTITY" : "XML_NOT_WELL_FORMED",
                    "'%s' cannot be read as XML at line %d, column %d: %s".formatted(name, line, column, said),
                    "Mend the file there. Entities that a document type declares are never resolved; write the characters themselves.",
                    Map.of("file", name, "line", String.valueOf(line), "column", String.valueOf(column)),
                    List.of(),
                    broken);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLReporter((_, _, _, _) -> {
            // the exception tells the same; nothing is printed beside it
        });
        factory.setXMLResolver((_, systemId, _, _) -> {
            throw new XMLStreamException("the external entity '" + systemId + "' is not loaded");
        });
        return factory;
    }

    private XmlElement root(XMLStreamReader reader) throws XMLStreamException {
        XmlElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> root = begin(reader, root);
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.element().content().add(new XmlText(reader.getText()));
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException(
                            "the entity '" + reader.getLocalName() + "' is not one of XML's own", reader.getLocation());
                default -> {
                    // comments, processing instructions and document types say nothing to a reader
                }
            }
        }
        if (root == null) {
            throw new XMLStreamException("there is no element");
        }
        return root;
    }

    private XmlElement begin(XMLStreamReader reader, @Nullable XmlElement root) throws XMLStreamException {
        if (open.size() >= MAX_DEPTH) {
            throw new XMLStreamException("elements nest deeper than " + MAX_DEPTH, reader.getLocation());
        }
        if (++elements > MAX_ELEMENTS) {
            throw new XMLStreamException("there are more than " + MAX_ELEMENTS + " elements", reader.getLocation());
        }
        var attributes = new HashMap<String, String>();
        for (int a = 0; a < reader.getAttributeCount(); a++) {
            attributes.put(reader.getAttributeLocalName(a), reader.getAttributeValue(a));
        }
        var element = new XmlElement(reader.getLocalName(), Map.copyOf(attributes), new ArrayList<>());
        if (!open.isEmpty()) {
            open.element().content().add(element);
        }
        open.push(element);
        return root == null ? element : root;
    }

    private static String firstLine(String message) {
        return message.lines()
                .filter(l -> !l.startsWith("ParseError"))
                .findFirst()
                .orElse(message)
                .replaceFirst("^Message: ", "");
    }
}
