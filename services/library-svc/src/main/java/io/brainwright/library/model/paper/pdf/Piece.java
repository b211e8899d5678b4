package io.brainwright.library.model.paper.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Characters of one row without a wide gap between them.
 *
 * @param glyphs from left to right
 * @param y baseline of the row
 */
record Piece(List<Glyph> glyphs, double y) {
    /** chosen: wider than any gap between words of a justified line, narrower than a gutter between columns. */
    private static final double GAP_em = 1.0;
    /** chosen: superscripts are raised by a third of the size, lines stand one size apart. */
    private static final double SAME_ROW_em = 0.25;

    private static final double RAISED_em = 0.6;
    private static final double SMALL = 0.82;

    double x() {
        return glyphs.getFirst().x();
    }

    double right() {
        return glyphs.getLast().right();
    }

    double size() {
        return glyphs.stream().mapToDouble(Glyph::size).max().orElse(0);
    }

    /** All pieces of a page, from top to bottom. */
    static List<Piece> of(List<Glyph> glyphs) {
        var rows = rows(glyphs);
        attachRaised(rows);
        var pieces = new ArrayList<Piece>();
        for (var row : rows) {
            row.sort(Comparator.comparingDouble(Glyph::x));
            double y = baseline(row);
            int begin = 0;
            for (int g = 1; g <= row.size(); g++) {
                if (g == row.size()
                        || row.get(g).x() - row.get(g - 1).right()
                                > GAP_em
                                        * Math.max(
                                                row.get(g).size(),
                                                row.get(g - 1).size())) {
                    pieces.add(new Piece(List.copyOf(row.subList(begin, g)), y));
                    begin = g;
                }
            }
        }
        return pieces;
    }

    private static List<List<Glyph>> rows(List<Glyph> glyphs) {
        var rows = new ArrayList<List<Glyph>>();
        glyphs.stream().sorted(Comparator.comparingDouble(Glyph::y)).forEach(glyph -> {
            var last = rows.isEmpty() ? null : rows.getLast();
            if (last != null && glyph.y() - last.getFirst().y() <= SAME_ROW_em * glyph.size()) {
                last.add(glyph);
            } else {
                rows.add(new ArrayList<>(List.of(glyph)));
            }
        });
        return rows;
    }

    /** Small characters a little above or below a row, right behind one of its characters, belong to it. */
    private static void attachRaised(List<List<Glyph>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int other : new int[] {r + 1, r - 1}) {
                if (other < 0 || other >= rows.size()) {
                    continue;
                }
                var main = rows.get(other);
                var small = rows.get(r);
                var moved = new ArrayList<Glyph>();
                small.sort(Comparator.comparingDouble(Glyph::x));
                for (var glyph : small) {
                    var before = moved.isEmpty() ? null : moved.getLast();
                    boolean follows = main.stream().anyMatch(m -> isRaised(glyph, m))
                            || before != null && Math.abs(glyph.x() - before.right()) < 0.5 * glyph.size();
                    if (follows) {
                        moved.add(glyph);
                    }
                }
                small.removeAll(moved);
                main.addAll(moved);
            }
        }
        rows.removeIf(List::isEmpty);
    }

    private static boolean isRaised(Glyph glyph, Glyph main) {
        return glyph.size() < SMALL * main.size()
                && Math.abs(glyph.y() - main.y()) < RAISED_em * main.size()
                && glyph.x() - main.right() > -0.3 * main.size()
                && glyph.x() - main.right() < 0.3 * main.size();
    }

    /** The baseline of the largest characters. */
    private static double baseline(List<Glyph> row) {
        return row.stream()
                .max(Comparator.comparingDouble(Glyph::size))
                .orElseThrow()
                .y();
    }

    /** Its words; a raised number behind a digit is a power. */
    String text() {
        var text = new StringBuilder();
        double main = size();
        for (int g = 0; g < glyphs.size(); g++) {
            var glyph = glyphs.get(g);
            if (g > 0) {
                var before = glyphs.get(g - 1);
                double wide =
                        glyph.space() > 0 ? Math.min(0.5 * glyph.space(), 0.25 * glyph.size()) : 0.2 * glyph.size();
                boolean raised = glyph.size() < SMALL * main && y - glyph.y() > 0.15 * main;
                boolean beforeRaised = before.size() < SMALL * main && y - before.y() > 0.15 * main;
                if (glyph.x() - before.right() > wide && !text.toString().endsWith(" ")) {
                    text.append(' ');
                } else if (raised
                        && !beforeRaised
                        && Character.isDigit(text.charAt(text.length() - 1))
                        && glyph.text().matches("[\\d+\\-\u2212\u2013]")) {
                    text.append('^');
                }
            }
            text.append(glyph.text());
        }
        return text.toString().strip();
    }

    boolean bold() {
        return glyphs.stream().allMatch(g -> g.bold() || g.text().isBlank());
    }
}
