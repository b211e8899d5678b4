package io.brainwright.render.model.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/** A finished figure: title above, legend below it, caption at the foot; as pixels or as SVG, always the same bytes. */
public final class Sheet {
    private final Drawn drawn;
    private final Style style;
    private final int width;
    private final int height;
    private final String title;
    private final String caption;

    /** What puts itself onto a surface. */
    interface Drawn {
        void draw(Graphics2D g, Rectangle2D place);
    }

    Sheet(Drawn drawn, Style style, int width, int height, String title, String caption) {
        this.drawn = drawn;
        this.style = style;
        this.width = width;
        this.height = height;
        this.title = title;
        this.caption = caption;
    }

    /** Numbers as a figure. */
    public static Sheet of(Figure figure, int width, int height) {
        return of(figure, Style.of(width, height), width, height);
    }

    static Sheet of(Figure figure, Style style, int width, int height) {
        return switch (figure.drawing()) {
            case MATRIX -> new MatrixPlot(style, figure).sheet(width, height);
            case PERSISTENCE -> new PersistencePlot(figure, width, height).sheet();
            case LINES, STEPS, BARS, DOTS, BARCODE -> new CurvePlot(style, figure).sheet(width, height);
        };
    }

    static Sheet of(
            Plot plot, Style style, int width, int height, String title, List<LegendItem> legend, String caption) {
        return of(plot, style, width, height, title, legend, caption, null);
    }

    /** @param beside a scale at the right */
    static Sheet of(
            Plot plot,
            Style style,
            int width,
            int height,
            String title,
            List<LegendItem> legend,
            String caption,
            @Nullable Title beside) {
        var chart = new JFreeChart(null, style.font(1), plot, false);
        chart.setBackgroundPaint(Style.PAPER);
        chart.setBorderVisible(false);
        chart.setPadding(style.insets(0.9, 0.9, 0.9, 1.6));
        if (!title.isEmpty()) {
            chart.addSubtitle(words(title, style, 1.2, RectangleEdge.TOP));
        }
        if (!legend.isEmpty()) {
            chart.addSubtitle(legend(legend, style));
        }
        if (!caption.isEmpty()) {
            chart.addSubtitle(words(caption, style, 0.8, RectangleEdge.BOTTOM));
        }
        if (beside != null) {
            chart.addSubtitle(beside);
        }
        return new Sheet(chart::draw, style, width, height, title, caption);
    }

    void draw(Graphics2D g, Rectangle2D place) {
        drawn.draw(g, place);
    }

    static TextTitle words(String words, Style style, double ems, RectangleEdge edge) {
        var title = new TextTitle(words, style.font(ems));
        title.setPaint(Style.INK);
        title.setPosition(edge);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setExpandToFitSpace(true);
        title.setMargin(edge == RectangleEdge.TOP ? style.insets(0, 0.4, 0.5, 0) : style.insets(0.9, 0.4, 0, 0));
        return title;
    }

    static LegendTitle legend(List<LegendItem> items, Style style) {
        var shown = new LegendItemCollection();
        items.forEach(shown::add);
        var legend = new LegendTitle(() -> shown);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemFont(style.font(0.9));
        legend.setItemPaint(Style.INK);
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(Style.PAPER);
        legend.setMargin(style.insets(0, 0, 0.3, 0));
        legend.setLegendItemGraphicPadding(style.insets(0.1, 0.4, 0.1, 0.3));
        legend.setItemLabelPadding(style.insets(0.1, 0.1, 0.1, 0.9));
        return legend;
    }

    /** The figure as an image. */
    public BufferedImage image() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = new PixelGraphics(image, style.font(1));
        drawn.draw(g, new Rectangle2D.Double(0, 0, width, height));
        g.dispose();
        return image;
    }

    /** The figure as an SVG document, UTF-8. */
    public byte[] svg() {
        var g = new SvgGraphics(width, height, style.font(1));
        drawn.draw(g, new Rectangle2D.Double(0, 0, width, height));
        return g.document(title, caption).getBytes(StandardCharsets.UTF_8);
    }
}
