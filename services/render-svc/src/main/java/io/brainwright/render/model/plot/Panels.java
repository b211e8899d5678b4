package io.brainwright.render.model.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;

/** Several plots on one sheet, in rows of equal height, under one title and above one caption. */
public final class Panels {
    private final Style style;
    private final List<? extends List<Maker>> rows;
    private final String title;
    private final List<LegendItem> legend;
    private final String caption;

    /** Makes one plot for the room that it is given. */
    @FunctionalInterface
    interface Maker {
        Sheet sheet(Style style, int width, int height);
    }

    Panels(Style style, List<? extends List<Maker>> rows, String title, List<LegendItem> legend, String caption) {
        this.style = style;
        this.rows = List.copyOf(rows);
        this.title = title;
        this.legend = List.copyOf(legend);
        this.caption = caption;
    }

    /**
     * Figures beside each other and below.
     *
     * @param rows figures by row; each keeps its own title, none needs a caption
     * @param em_px height of the letters
     */
    public static Sheet of(
            List<? extends List<Figure>> rows, String title, String caption, double em_px, int width, int height) {
        var makers = rows.stream()
                .map(row -> row.stream()
                        .map(f -> (Maker) (style, w, h) -> Sheet.of(f, style, w, h))
                        .toList())
                .toList();
        return new Panels(new Style(em_px), makers, title, List.of(), caption).sheet(width, height);
    }

    Sheet sheet(int width, int height) {
        return new Sheet(this::draw, style, width, height, title, caption);
    }

    private void draw(Graphics2D g, Rectangle2D place) {
        g.setPaint(Style.PAPER);
        g.fill(place);
        double edge = style.px(0.9);
        double top = place.getY() + edge;
        double bottom = place.getMaxY() - edge;
        if (!title.isEmpty()) {
            top += above(g, Sheet.words(title, style, 1.2, RectangleEdge.TOP), place, edge, top);
        }
        if (!legend.isEmpty()) {
            top += above(g, Sheet.legend(legend, style), place, edge, top);
        }
        if (!caption.isEmpty()) {
            var words = Sheet.words(caption, style, 0.9, RectangleEdge.BOTTOM);
            double high = height(g, words, place, edge);
            bottom -= high;
            words.draw(g, new Rectangle2D.Double(place.getX() + edge, bottom, place.getWidth() - 2 * edge, high));
        }
        double high = (bottom - top) / rows.size();
        for (int r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            double wide = place.getWidth() / row.size();
            for (int c = 0; c < row.size(); c++) {
                row.get(c)
                        .sheet(style, (int) wide, (int) high)
                        .draw(g, new Rectangle2D.Double(place.getX() + c * wide, top + r * high, wide, high));
            }
        }
    }

    private static double above(Graphics2D g, Title words, Rectangle2D place, double edge, double top) {
        double high = height(g, words, place, edge);
        words.draw(g, new Rectangle2D.Double(place.getX() + edge, top, place.getWidth() - 2 * edge, high));
        return high;
    }

    private static double height(Graphics2D g, Title words, Rectangle2D place, double edge) {
        var room = new RectangleConstraint(new Range(0, place.getWidth() - 2 * edge), new Range(0, place.getHeight()));
        return words.arrange(g, room).getHeight();
    }
}
