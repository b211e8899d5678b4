package io.brainwright.placement.model.rules;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The elements of a flat XML file with their attributes and lines, in order. Document types and entities are refused. */
final class XmlRows {
    /** chosen: the rules of a circuit are some hundreds, the annotations of a cell some tens. */
    private static final int MOST_ELEMENTS = 1_000_000;

    private XmlRows() {}

    /**
     * One element.
     *
     * @param line where it begins, from 1
     */
    record Row(String element, Map<String, String> attributes, int line) {
        boolean has(String attribute) {
            return attributes.containsKey(attribute);
        }

        String text(String file, String attribute) {
            var value = attributes.get(attribute);
            if (value == null) {
                throw wrong(file, attribute, "is missing");
            }
            return value;
        }

        double number(String file, String attribute) {
            var text = text(file, attribute);
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                throw wrong(file, attribute, "is '%s'; it must be a number".formatted(text));
            }
            throw wrong(file, attribute, "is '%s'; it must be finite".formatted(text));
        }

        Problem wrong(String file, String attribute, String what) {
            return new Problem(
                    Kind.INVALID,
                    "PLACEMENT_FILE_WRONG",
                    "%s, line %d: '%s' of <%s> %s.".formatted(file, line, attribute, element, what),
                    "Mend it there.",
                    Map.of("file", file, "line", String.valueOf(line), "attribute", attribute));
        }
    }

    static List<Row> read(Path file) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var rows = new ArrayList<Row>();
        try (var in = Files.newInputStream(file)) {
            var reader = factory.createXMLStreamReader(in);
            while (reader.hasNext() && rows.size() < MOST_ELEMENTS) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    var attributes = new LinkedHashMap<String, String>();
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                    rows.add(new Row(
                            reader.getLocalName(),
                            attributes,
                            reader.getLocation().getLineNumber()));
                }
            }
            return rows;
        } catch (XMLStreamException broken) {
            var at = broken.getLocation();
            int line = at == null ? 0 : at.getLineNumber();
            throw new Problem(
                    Kind.INVALID,
                    "PLACEMENT_FILE_UNREADABLE",
                    "%s cannot be read as XML at line %d.".formatted(file.getFileName(), line),
                    "Mend the file there.",
                    Map.of("file", String.valueOf(file.getFileName()), "line", String.valueOf(line)),
                    List.of(),
                    broken);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }
}
