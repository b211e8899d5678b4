package io.brainwright.library.model.paper.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Joins lines to paragraphs. */
final class Paragraphs {
    /** chosen: lines of a paragraph stand 1.1 to 1.3 sizes apart, paragraphs further. */
    private static final double FAR_em = 1.75;

    private static final double INDENT_em = 0.8;
    private static final double SHORT_em = 3;

    private final Hyphens hyphens;
    private final List<Paragraph> found = new ArrayList<>();

    /**
     * A paragraph.
     *
     * @param text its words
     * @param page where it begins
     * @param lines how many
     * @param size of its characters, points
     * @param bold whether all of it is bold
     */
    record Paragraph(String text, int page, int lines, double size, boolean bold) {}

    private Paragraphs(List<TextLine> lines) {
        this.hyphens = new Hyphens(lines);
    }

    static List<Paragraph> of(List<TextLine> lines) {
        var paragraphs = new Paragraphs(lines);
        var widths = columnEdges(lines);
        var open = new ArrayList<TextLine>();
        for (var line : lines) {
            if (!open.isEmpty() && begins(line, open, widths)) {
                paragraphs.close(open);
            }
            open.add(line);
        }
        paragraphs.close(open);
        return paragraphs.found;
    }

    /** The right edge of each column. */
    private static Map<String, Double> columnEdges(List<TextLine> lines) {
        var edges = new TreeMap<String, Double>();
        lines.forEach(l -> edges.merge(l.page() + "/" + l.column(), l.right(), Math::max));
        return edges;
    }

    private static boolean begins(TextLine line, List<TextLine> open, Map<String, Double> edges) {
        var before = open.getLast();
        if (Math.abs(line.size() - before.size()) > 0.08 * before.size() + 0.3 || line.bold() != before.bold()) {
            return true;
        }
        boolean ended = before.text().matches("(?s).*[.?!:][)\\]\"\u201d]?(\\[\\d[\\d,\u2013-]*\\])?");
        if (line.page() != before.page() || line.column() != before.column()) {
            return ended && !Character.isLowerCase(line.text().charAt(0));
        }
        double apart = line.y() - before.y();
        if (apart > FAR_em * line.size() || apart < 0) {
            return true;
        }
        if (Hyphens.goesOn(before.text(), line.text())) {
            return false;
        }
        boolean indented = line.x() - before.x() > INDENT_em * line.size();
        boolean hangs = open.size() == 1 && before.x() - line.x() > INDENT_em * line.size();
        boolean edgeLeft = edges.getOrDefault(before.page() + "/" + before.column(), before.right()) - before.right()
                > SHORT_em * before.size();
        return (indented && !hangs && ended) || (ended && edgeLeft);
    }

    private void close(List<TextLine> open) {
        if (open.isEmpty()) {
            return;
        }
        var text = open.getFirst().text();
        for (var line : open.subList(1, open.size())) {
            text = hyphens.join(text, line.text());
        }
        var first = open.getFirst();
        found.add(new Paragraph(
                text, first.page(), open.size(), first.size(), open.stream().allMatch(TextLine::bold)));
        open.clear();
    }
}
