package io.brainwright.render.model.plot;

import java.awt.Color;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;

/** Colours of numbers: from white (0) to deep blue, or from blue (less) over white to vermillion (more). */
record Shades(double lowest, double highest) implements PaintScale {
    private static final int STEPS = 64;

    /** White for 0, deep blue for the highest. */
    static Shades upTo(double highest) {
        return new Shades(0, highest);
    }

    /** Blue for -most, white for 0, vermillion for most. */
    static Shades about(double most) {
        return new Shades(-most, most);
    }

    @Override
    public double getLowerBound() {
        return lowest;
    }

    @Override
    public double getUpperBound() {
        return highest;
    }

    @Override
    public Color getPaint(double value) {
        double share = Math.clamp(Math.abs(value) / highest, 0, 1);
        if (lowest == 0) {
            return new Color((int) (255 - share * 247), (int) (255 - share * 174), (int) (255 - share * 107));
        }
        var end = value < 0 ? Style.BLUE : Style.VERMILLION;
        return new Color((int) (255 - share * (255 - end.getRed())), (int) (255 - share * (255 - end.getGreen())), (int)
                (255 - share * (255 - end.getBlue())));
    }

    /**
     * The strip at the right of a plot that says which colour is which number.
     *
     * @param foot_em how far it ends above the plot's foot
     */
    PaintScaleLegend strip(String label, Style style, double foot_em) {
        var legend = new PaintScaleLegend(this, style.axis(label, lowest, highest));
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        legend.setStripWidth(style.px(0.9));
        legend.setStripOutlinePaint(Style.INK);
        legend.setStripOutlineStroke(style.stroke(0.05));
        legend.setSubdivisionCount(STEPS);
        legend.setBackgroundPaint(Style.PAPER);
        legend.setFrame(BlockBorder.NONE);
        legend.setMargin(style.insets(0.2, 1.2, foot_em, 0));
        return legend;
    }
}
