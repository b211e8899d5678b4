package io.brainwright.render.model.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;

/** An axis of numbers with as many ticks as a reader needs, not as many as there is room for. */
@SuppressWarnings("serial") // never serialized
final class RoundAxis extends NumberAxis {
    private static final double UPRIGHT_EMS = 3.4;
    private static final double ACROSS_EMS = 6.5;
    private static final RoundTicks TICKS = new RoundTicks();

    RoundAxis(String label, double from, double to) {
        super(label);
        setStandardTickUnits(TICKS);
        setRange(from, to);
    }

    @Override
    protected void selectAutoTickUnit(Graphics2D g, Rectangle2D area, RectangleEdge edge) {
        boolean upright = RectangleEdge.isLeftOrRight(edge);
        double em = getTickLabelFont().getSize2D();
        double room = upright ? area.getHeight() / (UPRIGHT_EMS * em) : area.getWidth() / (ACROSS_EMS * em);
        double step = getRange().getLength() / Math.max(2, room);
        setTickUnit((NumberTickUnit) TICKS.getCeilingTickUnit(step), false, false);
    }
}
