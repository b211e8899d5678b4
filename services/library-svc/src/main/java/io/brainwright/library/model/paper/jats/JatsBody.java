package io.brainwright.library.model.paper.jats;

import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.reading.PassageWriter;
import io.brainwright.library.model.xml.XmlElement;
import java.util.Set;

/** Sections, paragraphs, figures, tables and references of an article. */
final class JatsBody {
    private static final Set<String> WITHIN_PARAGRAPH = Set.of(
            "fig", "fig-group", "table-wrap", "table-wrap-group", "list", "def-list", "boxed-text", "disp-quote");

    private final JatsText text;
    private final PassageWriter out;
    private final JatsTable tables;

    JatsBody(JatsText text, PassageWriter out) {
        this.text = text;
        this.out = out;
        this.tables = new JatsTable(text, out);
    }

    /** Reads all blocks within an element. */
    void read(XmlElement around) {
        around.children().forEach(child -> block(child, around.attribute("id")));
    }

    private void block(XmlElement element, String section) {
        switch (element.name()) {
            case "sec", "app", "ack", "glossary", "notes", "bio" -> section(element);
            case "p" -> paragraph(element, section);
            case "fig", "supplementary-material" -> caption(element);
            case "table-wrap" -> tables.read(element);
            case "ref-list" -> references(element);
            case "disp-formula", "disp-formula-group" -> out.skip("formula, which cannot be quoted as text");
            case "title", "label", "sec-meta", "object-id" -> {
                // read by their section
            }
            case "code", "preformat" -> out.skip(element.name() + ": not prose");
            default -> read(element);
        }
    }

    private void section(XmlElement element) {
        var title = element.child("title").map(text::of).orElse(element.name().equals("ack") ? "Acknowledgements" : "");
        out.enter(title);
        read(element);
        out.leave();
    }

    /** A paragraph ends where a figure, table or list stands within it, and goes on after it. */
    private void paragraph(XmlElement element, String section) {
        var name = element.attribute("id").isEmpty() ? section : element.attribute("id");
        var running = new StringBuilder();
        for (var node : element.content()) {
            if (node instanceof XmlElement inner && WITHIN_PARAGRAPH.contains(inner.name())) {
                out.write(PassageKind.PARAGRAPH, name, 0, JatsText.clean(running));
                running.setLength(0);
                block(inner, section);
            } else {
                text.append(node, running);
            }
        }
        out.write(PassageKind.PARAGRAPH, name, 0, JatsText.clean(running));
    }

    private void caption(XmlElement element) {
        var label = element.child("label").map(text::of).orElse("");
        var words = element.child("caption").map(text::of).orElse("");
        out.write(PassageKind.CAPTION, element.attribute("id"), 0, JatsText.clean(label + " " + words));
    }

    private void references(XmlElement list) {
        out.enter(list.child("title").map(text::of).orElse("References"));
        list.children().forEach(child -> {
            switch (child.name()) {
                case "ref" -> reference(child);
                case "ref-list" -> references(child);
                default -> {
                    // titles and notes to the list are no references
                }
            }
        });
        out.leave();
    }

    private void reference(XmlElement ref) {
        ref.children()
                .filter(c -> c.name().endsWith("citation") || c.name().equals("citation-alternatives"))
                .findFirst()
                .ifPresent(c -> out.write(PassageKind.REFERENCE, ref.attribute("id"), 0, spaced(c)));
    }

    /** Fields of an element-citation stand without any space between them. */
    private String spaced(XmlElement citation) {
        if (!citation.name().equals("element-citation") && !citation.name().equals("citation")) {
            return text.of(citation);
        }
        var words = new StringBuilder();
        citation.content().forEach(node -> {
            text.append(node, words);
            words.append(' ');
        });
        return JatsText.clean(words);
    }
}
