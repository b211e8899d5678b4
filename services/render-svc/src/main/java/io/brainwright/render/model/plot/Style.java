package io.brainwright.render.model.plot;

import io.brainwright.render.model.lettering.Lettering;
import io.brainwright.render.model.lettering.OutlineFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Sizes, colours and letters of all plots; everything is a share of the em, so that a figure of any size looks alike. */
final class Style {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x22, 0x26, 0x2e);
    static final Color FAINT = new Color(0xdf, 0xe2, 0xe8);
    static final Color BAND = new Color(0xf3, 0xf5, 0xf8);
    private static final Color NOTHING = new Color(0, 0, 0, 0);
    static final Color CONTROL = new Color(0x8a, 0x91, 0x9d);

    // Okabe and Ito 2008, "Color Universal Design": colours that colour-blind eyes tell apart.
    static final Color BLUE = new Color(0x00, 0x72, 0xb2);
    static final Color VERMILLION = new Color(0xd5, 0x5e, 0x00);
    static final Color ORANGE = new Color(0xe6, 0x9f, 0x00);
    private static final Color[] CURVES = {
        BLUE,
        VERMILLION,
        new Color(0x00, 0x9e, 0x73),
        new Color(0xcc, 0x79, 0xa7),
        new Color(0x56, 0xb4, 0xe9),
        ORANGE,
        Color.BLACK
    };

    static {
        // Text is measured by our metrics, and turned by the surface's transform: neither asks AWT for a font.
        TextUtils.setUseFontMetricsGetStringBounds(true);
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private final Lettering lettering = Lettering.open();
    private final double em;

    /** @param em_px height of the letters of labels */
    Style(double em_px) {
        em = em_px;
    }

    /** chosen: 42 lines of text over the shorter side, so that labels of a one-column figure (85 mm) are about 6 points high. */
    static Style of(int width, int height) {
        return new Style(Math.max(8, Math.min(width, height) / 42.0));
    }

    double px(double ems) {
        return ems * em;
    }

    OutlineFont font(double ems) {
        return new OutlineFont(lettering, px(ems));
    }

    double width(String words, double ems) {
        return lettering.width(words, px(ems));
    }

    BasicStroke stroke(double ems) {
        return new BasicStroke((float) px(ems), BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    }

    RectangleInsets insets(double top, double left, double bottom, double right) {
        return new RectangleInsets(px(top), px(left), px(bottom), px(right));
    }

    Shape dot(double ems) {
        return new Ellipse2D.Double(-px(ems) / 2, -px(ems) / 2, px(ems), px(ems));
    }

    Shape dash() {
        return new Line2D.Double(-px(0.7), 0, px(0.7), 0);
    }

    /** The colour of a curve. */
    static Color colour(int curve) {
        return CURVES[curve % CURVES.length];
    }

    /** The line of a curve: whole for the first colours, dashed for the second round, dotted for the third. */
    BasicStroke line(int curve) {
        float width = (float) px(0.12);
        int round = curve / CURVES.length;
        if (round == 0) {
            return stroke(0.12);
        }
        float[] dashes = round % 2 == 1 ? new float[] {5 * width, 3 * width} : new float[] {1.5f * width, 2 * width};
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, dashes, 0);
    }

    /** The line of what a curve is set beside. */
    BasicStroke dashed() {
        float width = (float) px(0.1);
        return new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, new float[] {4 * width, 2.5f * width}, 0);
    }

    /** An axis of numbers from and to. */
    NumberAxis axis(String label, double from, double to) {
        var axis = new RoundAxis(Spelling.of(label), from, to);
        dress(axis);
        return axis;
    }

    void dress(ValueAxis axis) {
        axis.setLabelFont(font(1));
        axis.setTickLabelFont(font(0.9));
        axis.setLabelPaint(INK);
        axis.setTickLabelPaint(INK);
        axis.setAxisLineVisible(false);
        axis.setTickMarkPaint(INK);
        axis.setTickMarkStroke(stroke(0.08));
        axis.setTickMarkOutsideLength((float) px(0.35));
        axis.setTickLabelInsets(insets(0.4, 0.6, 0.1, 0.6));
        axis.setLabelInsets(insets(0.35, 0.35, 0.35, 0.35));
    }

    void dress(XYPlot plot) {
        plot.setBackgroundPaint(PAPER);
        plot.setOutlinePaint(INK);
        plot.setOutlineStroke(stroke(0.08));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(FAINT);
        plot.setRangeGridlineStroke(stroke(0.05));
        plot.setInsets(RectangleInsets.ZERO_INSETS);
    }

    /** Bands of the y axis: every second shaded, a line where one ends, the name at the right edge. */
    void band(XYPlot plot, List<Band> bands) {
        for (int i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            var shade = new IntervalMarker(band.from(), band.to(), i % 2 == 0 ? BAND : PAPER);
            shade.setAlpha(1);
            shade.setOutlinePaint(CONTROL);
            shade.setOutlineStroke(stroke(0.05));
            shade.setLabel(band.name());
            shade.setLabelFont(font(0.9));
            shade.setLabelPaint(INK);
            shade.setLabelBackgroundColor(NOTHING);
            shade.setLabelAnchor(RectangleAnchor.RIGHT);
            shade.setLabelTextAnchor(TextAnchor.CENTER_RIGHT);
            shade.setLabelOffset(insets(0, 0, 0, 0.5));
            plot.addRangeMarker(shade, Layer.BACKGROUND);
        }
    }

    void mark(XYPlot plot, Iterable<Double> marks_ms) {
        for (double mark : marks_ms) {
            plot.addDomainMarker(new ValueMarker(mark, ORANGE, stroke(0.14)), Layer.BACKGROUND);
        }
    }
}
