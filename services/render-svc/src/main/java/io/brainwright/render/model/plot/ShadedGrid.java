package io.brainwright.render.model.plot;

import io.brainwright.neuro.topology.PersistenceImage;
import io.brainwright.neuro.topology.PersistenceImage.Window;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.DoubleBinaryOperator;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** The points of a persistence image as coloured pixels between the axes. */
@SuppressWarnings("serial") // never serialized
final class ShadedGrid extends AbstractXYAnnotation {
    private final transient BufferedImage picture;
    private final transient Window window;

    /** @param value by number of the tip and of the fork */
    ShadedGrid(DoubleBinaryOperator value, Window window, Shades shades) {
        this.window = window;
        int n = PersistenceImage.GRID;
        picture = new BufferedImage(n, n, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                picture.setRGB(
                        i, n - 1 - j, shades.getPaint(value.applyAsDouble(i, j)).getRGB());
            }
        }
    }

    @Override
    public void draw(
            Graphics2D g,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis across,
            ValueAxis up,
            int index,
            @Nullable PlotRenderingInfo info) {
        double left = across.valueToJava2D(window.tipFrom_um(), area, plot.getDomainAxisEdge());
        double right = across.valueToJava2D(window.tipTo_um(), area, plot.getDomainAxisEdge());
        double foot = up.valueToJava2D(window.forkFrom_um(), area, plot.getRangeAxisEdge());
        double top = up.valueToJava2D(window.forkTo_um(), area, plot.getRangeAxisEdge());
        g.drawRenderedImage(
                picture,
                new AffineTransform(
                        (right - left) / picture.getWidth(), 0, 0, (foot - top) / picture.getHeight(), left, top));
    }
}
