package io.brainwright.library.model.paper.jats;

import io.brainwright.library.model.reading.PassageWriter;
import io.brainwright.library.model.xml.XmlElement;
import io.brainwright.library.model.xml.XmlNode;
import io.brainwright.library.model.xml.XmlText;
import java.util.Set;

/**
 * Running text of an article. A power of ten keeps its meaning (10^4, never 104), a reference number keeps its brackets, and a
 * formula leaves a mark instead of its letters.
 */
final class JatsText {
    /** What stands where a formula was. */
    static final String FORMULA = "[formula]";

    private static final Set<String> FORMULAS =
            Set.of("disp-formula", "inline-formula", "tex-math", "math", "chem-struct", "disp-formula-group");
    private static final Set<String> BREAKS = Set.of("break", "p", "title", "list-item", "td", "th", "tr");
    private static final Set<String> SILENT = Set.of("inline-graphic", "graphic", "media", "object-id");
    private static final Set<String> NAMES = Set.of("name", "string-name", "person-group", "etal");

    private final PassageWriter out;

    JatsText(PassageWriter out) {
        this.out = out;
    }

    /** All text within an element, white space made single. */
    String of(XmlElement element) {
        var text = new StringBuilder();
        element.content().forEach(node -> append(node, text));
        return clean(text);
    }

    static String clean(CharSequence text) {
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    /** Adds a node to a text. */
    void append(XmlNode node, StringBuilder text) {
        switch (node) {
            case XmlText characters -> text.append(characters.characters());
            case XmlElement element -> append(element, text);
        }
    }

    private void append(XmlElement element, StringBuilder text) {
        var name = element.name();
        if (FORMULAS.contains(name)) {
            out.skip("formula, which cannot be quoted as text");
            text.append(' ').append(FORMULA).append(' ');
        } else if (name.equals("sup")) {
            raised(element, text);
        } else if (name.equals("xref")) {
            reference(element, text);
        } else if (!SILENT.contains(name)) {
            boolean apart = BREAKS.contains(name) || NAMES.contains(name);
            text.append(apart ? " " : "");
            element.content().forEach(node -> append(node, text));
            text.append(apart ? " " : "");
        }
    }

    /** "10" with a raised "4" is 10^4; "mm" with a raised "2" is mm2; a raised reference stands in brackets. */
    private void raised(XmlElement element, StringBuilder text) {
        var raised = new StringBuilder();
        element.content().forEach(node -> append(node, raised));
        var words = raised.toString().strip();
        boolean afterDigit = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
        text.append(afterDigit && words.matches("[-+\u2212\u2013]?\\d+") ? "^" : "")
                .append(words);
    }

    private void reference(XmlElement element, StringBuilder text) {
        var words = new StringBuilder();
        element.content().forEach(node -> append(node, words));
        boolean bare = element.attribute("ref-type").equals("bibr")
                && words.toString().strip().matches("\\d+");
        boolean bracketed = !text.isEmpty() && "[(,-\u2013".indexOf(text.charAt(text.length() - 1)) >= 0;
        text.append(bare && !bracketed ? "[" + words.toString().strip() + "]" : words);
    }
}
