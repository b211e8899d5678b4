package io.brainwright.library.model.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element with what it holds, in order. Names are local names: JATS needs no prefixes to tell its elements apart.
 *
 * @param name local name, lower case kept
 * @param attributes by local name
 * @param content elements and text
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlNode> content) implements XmlNode {
    /** Value of an attribute, empty where it is absent. */
    public String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    /** Elements directly within this one. */
    public Stream<XmlElement> children() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    /** Elements of one name directly within this one. */
    public Stream<XmlElement> children(String named) {
        return children().filter(c -> c.name().equals(named));
    }

    /** The first element of one name directly within this one. */
    public Optional<XmlElement> child(String named) {
        return children(named).findFirst();
    }

    /** All elements of one name at any depth, in the order of the file. */
    public List<XmlElement> all(String named) {
        var found = new ArrayList<XmlElement>();
        collect(named, found);
        return found;
    }

    private void collect(String named, List<XmlElement> into) {
        children().forEach(c -> {
            if (c.name().equals(named)) {
                into.add(c);
            }
            c.collect(named, into);
        });
    }

    /** All characters at any depth, white space made single. */
    public String text() {
        var all = new StringBuilder();
        append(all);
        return all.toString().strip().replaceAll("\\s+", " ");
    }

    private void append(StringBuilder into) {
        for (var node : content) {
            switch (node) {
                case XmlText text -> into.append(text.characters());
                case XmlElement element -> element.append(into);
            }
        }
    }
}
