package io.brainwright.render.model.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/** Dots by the hundred thousand: points of a round pen, many to a path, which is quick in pixels and short in SVG. */
@SuppressWarnings("serial") // never serialized
final class DotRenderer extends AbstractXYItemRenderer {
    private static final int DOTS_PER_PATH = 1000;

    private final transient BasicStroke pen;

    /** @param diameter_px of a dot */
    DotRenderer(double diameter_px) {
        pen = new BasicStroke((float) diameter_px, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** The dots that are not drawn yet. */
    private static final class Pending extends XYItemRendererState {
        private Path2D.Double path = new Path2D.Double();

        Pending(@Nullable PlotRenderingInfo info) {
            super(info);
        }
    }

    @Override
    public XYItemRendererState initialise(
            Graphics2D g, Rectangle2D area, XYPlot plot, XYDataset data, @Nullable PlotRenderingInfo info) {
        var pending = new Pending(info);
        pending.setProcessVisibleItemsOnly(false);
        return pending;
    }

    @Override
    public void drawItem(
            Graphics2D g,
            XYItemRendererState state,
            Rectangle2D area,
            @Nullable PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis across,
            ValueAxis up,
            XYDataset data,
            int series,
            int item,
            @Nullable CrosshairState crosshair,
            int pass) {
        var pending = (Pending) state;
        double x = across.valueToJava2D(data.getXValue(series, item), area, plot.getDomainAxisEdge());
        double y = up.valueToJava2D(data.getYValue(series, item), area, plot.getRangeAxisEdge());
        if (Double.isFinite(x) && Double.isFinite(y)) {
            pending.path.moveTo(x, y);
            pending.path.lineTo(x, y);
        }
        if (item % DOTS_PER_PATH == DOTS_PER_PATH - 1 || item == data.getItemCount(series) - 1) {
            g.setPaint(getItemPaint(series, item));
            g.setStroke(pen);
            g.draw(pending.path);
            pending.path = new Path2D.Double();
        }
    }
}
