package io.brainwright.library.model.paper.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the pieces of a page into reading order: where a gutter divides it, the left column before the right one, between lines that
 * cross the gutter. Columns are divided again in the same way.
 */
final class PageOrder {
    /** chosen: fewer lines are no column. */
    private static final int LINES_OF_A_COLUMN = 4;

    private static final int MAX_DIVISIONS = 2;

    private final int page;
    private final List<TextLine> lines = new ArrayList<>();
    private int columns;

    private PageOrder(int page) {
        this.page = page;
    }

    static List<TextLine> of(int page, List<Piece> pieces) {
        var order = new PageOrder(page);
        order.add(pieces, 0);
        return order.lines;
    }

    private void add(List<Piece> pieces, int divisions) {
        double gutter = divisions < MAX_DIVISIONS ? gutter(pieces) : Double.NaN;
        if (Double.isNaN(gutter)) {
            column(pieces);
            return;
        }
        var sorted =
                pieces.stream().sorted(Comparator.comparingDouble(Piece::y)).toList();
        var left = new ArrayList<Piece>();
        var right = new ArrayList<Piece>();
        var across = new ArrayList<Piece>();
        for (var piece : sorted) {
            boolean crosses = piece.x() < gutter && piece.right() > gutter;
            if (crosses && !(left.isEmpty() && right.isEmpty())) {
                flush(across, left, right, divisions);
            }
            if (crosses) {
                across.add(piece);
            } else if (piece.right() <= gutter) {
                left.add(piece);
            } else {
                right.add(piece);
            }
        }
        flush(across, left, right, divisions);
    }

    private void flush(List<Piece> across, List<Piece> left, List<Piece> right, int divisions) {
        column(List.copyOf(across));
        add(List.copyOf(left), divisions + 1);
        add(List.copyOf(right), divisions + 1);
        across.clear();
        left.clear();
        right.clear();
    }

    /** Pieces of one row in one column are one line. */
    private void column(List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return;
        }
        columns++;
        var sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble(Piece::y).thenComparingDouble(Piece::x));
        int begin = 0;
        for (int p = 1; p <= sorted.size(); p++) {
            if (p == sorted.size() || sorted.get(p).y() != sorted.get(begin).y()) {
                line(sorted.subList(begin, p));
                begin = p;
            }
        }
    }

    private void line(List<Piece> row) {
        var text = String.join(
                " ", row.stream().map(Piece::text).filter(t -> !t.isBlank()).toList());
        if (!text.isBlank()) {
            lines.add(new TextLine(
                    text,
                    page,
                    columns,
                    row.getFirst().x(),
                    row.getLast().right(),
                    row.getFirst().y(),
                    row.stream().mapToDouble(Piece::size).max().orElse(0),
                    row.stream().allMatch(Piece::bold)));
        }
    }

    /** Where few pieces cross and many end before and begin behind, near the middle; NaN where there is no such place. */
    private static double gutter(List<Piece> pieces) {
        double from = pieces.stream().mapToDouble(Piece::x).min().orElse(0);
        double to = pieces.stream().mapToDouble(Piece::right).max().orElse(0);
        double middle = (from + to) / 2;
        double best = Double.NaN;
        long fewest = Long.MAX_VALUE;
        for (double x = from + 0.3 * (to - from); x <= from + 0.7 * (to - from); x += 1) {
            double at = x;
            long crossing =
                    pieces.stream().filter(p -> p.x() < at && p.right() > at).count();
            boolean nearer = crossing == fewest && Math.abs(at - middle) < Math.abs(best - middle);
            if (crossing < fewest || nearer) {
                long before = pieces.stream().filter(p -> p.right() <= at).count();
                long behind = pieces.stream().filter(p -> p.x() >= at).count();
                if (Math.min(before, behind) >= LINES_OF_A_COLUMN && crossing <= Math.min(before, behind)) {
                    fewest = crossing;
                    best = at;
                }
            }
        }
        return best;
    }
}
