package io.brainwright.library.model.paper.pdf;

import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.paper.pdf.Paragraphs.Paragraph;
import io.brainwright.library.model.reading.PassageWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tells headings, captions, abstract and references among paragraphs. */
final class PdfPassages {
    private static final Pattern CAPTION =
            Pattern.compile("(?s)((?:Supplementary )?(?:Fig(?:ure|\\.)?|Table|Tab\\.)\\s*[A-Z]?\\d+[a-z]?)[.:|\\s].*");
    private static final Pattern ABSTRACT = Pattern.compile("(?is)(abstract|summary)\\b[\\s.:\u2014\u2013-]*(.*)");
    private static final Pattern REFERENCES = Pattern.compile(
            "(?i)[\\d.\\s]*(references|bibliography|literature cited|works cited|literatur|bibliographie)\\s*:?");
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}(\\.\\d{1,2}){0,3}\\.?\\s+\\p{Lu}.*");
    private static final int HEADING_CHARACTERS = 120;

    private final PassageWriter out;
    private final double body;
    private final String title;
    private boolean inAbstract;
    private boolean inReferences;

    PdfPassages(PassageWriter out, List<Paragraph> paragraphs, String title) {
        this.out = out;
        this.body = bodySize(paragraphs);
        this.title = title;
    }

    void write(List<Paragraph> paragraphs) {
        boolean titled = false;
        for (var p : paragraphs) {
            if (!titled && p.page() == 1 && same(p.text(), title)) {
                out.write(PassageKind.TITLE, "", p.page(), p.text());
                titled = true;
            } else if (isHeading(p)) {
                heading(p);
            } else {
                passage(p);
            }
        }
    }

    private void heading(Paragraph p) {
        out.leaveAll();
        out.enter(p.text());
        inAbstract = ABSTRACT.matcher(p.text()).matches();
        inReferences = REFERENCES.matcher(p.text()).matches();
    }

    private void passage(Paragraph p) {
        var caption = CAPTION.matcher(p.text());
        var summary = ABSTRACT.matcher(p.text());
        if (caption.matches()) {
            out.write(PassageKind.CAPTION, caption.group(1), p.page(), p.text());
        } else if (inReferences) {
            out.write(PassageKind.REFERENCE, "", p.page(), p.text());
        } else if (p.page() <= 2 && summary.matches() && summary.group(2).length() > HEADING_CHARACTERS) {
            out.write(PassageKind.ABSTRACT, "", p.page(), p.text());
        } else {
            out.write(inAbstract ? PassageKind.ABSTRACT : PassageKind.PARAGRAPH, "", p.page(), p.text());
        }
    }

    /** Short, without a full stop, and larger, bolder or numbered. */
    private boolean isHeading(Paragraph p) {
        var text = p.text();
        if (text.length() > HEADING_CHARACTERS
                || p.lines() > 3
                || text.matches(".*[.,;]$")
                || !text.matches(".*\\p{L}{3}.*")) {
            return false;
        }
        return p.bold() && p.size() >= 0.95 * body
                || p.size() > 1.1 * body
                || NUMBERED.matcher(text).matches() && p.lines() == 1
                || REFERENCES.matcher(text).matches()
                || text.matches("(?i)abstract|summary");
    }

    /** The size in which most characters stand. */
    private static double bodySize(List<Paragraph> paragraphs) {
        var characters = new TreeMap<Double, Integer>();
        paragraphs.forEach(
                p -> characters.merge(Math.round(p.size() * 2) / 2.0, p.text().length(), Integer::sum));
        return characters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(10.0);
    }

    private static boolean same(String one, String other) {
        return !other.isBlank() && one.replaceAll("\\W", "").equalsIgnoreCase(other.replaceAll("\\W", ""));
    }
}
