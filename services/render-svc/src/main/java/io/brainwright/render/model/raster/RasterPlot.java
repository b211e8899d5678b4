package io.brainwright.render.model.raster;

import io.brainwright.render.model.lettering.Lettering;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws a raster: time to the right, depth downwards, layers banded, excitatory and inhibitory spikes in two colours, the
 * stimulus marked; below it the population rate of the run and, in grey, of its control.
 */
public final class RasterPlot {
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x22, 0x26, 0x2e);
    private static final Color FAINT = new Color(0xd5, 0xd9, 0xe0);
    private static final Color BAND = new Color(0xf4, 0xf6, 0xf9);
    private static final Color EXCITATORY = new Color(0x1f, 0x5f, 0xbf);
    private static final Color INHIBITORY = new Color(0xd0, 0x3a, 0x2b);
    private static final Color STIMULUS = new Color(0xe8, 0x9b, 0x17);
    private static final Color CONTROL = new Color(0x9a, 0xa1, 0xad);
    private static final double RATE_BIN_MS = 2;

    private final Lettering lettering;
    private final double em;
    private final int width;
    private final int height;

    /**
     * @param width picture width, pixels
     * @param height picture height, pixels
     */
    public RasterPlot(int width, int height) {
        this.lettering = Lettering.open();
        this.width = width;
        this.height = height;
        this.em = Math.max(9, Math.min(width, height) / 46.0);
    }

    /**
     * @param title empty: none
     * @param marks_ms times of the stimulus
     * @param control_ms spike times of the control run, null where there is none
     */
    public BufferedImage draw(SpikeRaster spikes, String title, List<Double> marks_ms, double @Nullable [] control_ms) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(PAPER);
        g.fillRect(0, 0, width, height);
        double left = 6.5 * em;
        double right = width - 2 * em;
        double top = title.isEmpty() ? 3 * em : 4.6 * em;
        double split = height - 13 * em;
        var time = new Axis(0, spikes.duration_ms(), left, right);
        var depth = new Axis(0, Math.max(1, spikes.cells()), top, split);
        if (!title.isEmpty()) {
            lettering.draw(g, title, left, 2.1 * em, 1.25 * em, 0, INK);
        }
        legend(g, right, top - 0.8 * em);
        layers(g, spikes, depth, left, right);
        marks(g, marks_ms, time, top, height - 4 * em);
        dots(g, spikes, time, depth);
        frame(g, left, top, right, split);
        rate(g, spikes, control_ms, time, split + 2 * em, height - 4 * em);
        times(g, time, height - 4 * em);
        g.dispose();
        return image;
    }

    private void legend(Graphics2D g, double right, double y) {
        double at = right;
        for (var entry : List.of("inhibitory", "excitatory")) {
            at -= lettering.width(entry, em);
            lettering.draw(g, entry, at, y, em, 0, INK);
            at -= 0.9 * em;
            g.setColor(entry.equals("inhibitory") ? INHIBITORY : EXCITATORY);
            g.fill(new Ellipse2D.Double(at, y - 0.62 * em, 0.55 * em, 0.55 * em));
            at -= 1.4 * em;
        }
    }

    private void layers(Graphics2D g, SpikeRaster spikes, Axis depth, double left, double right) {
        int begin = 0;
        boolean shaded = false;
        for (int row = 1; row <= spikes.cells(); row++) {
            if (row < spikes.cells() && spikes.layerOfRow()[row] == spikes.layerOfRow()[begin]) {
                continue;
            }
            double y0 = depth.px(begin);
            double y1 = depth.px(row);
            if (shaded) {
                g.setColor(BAND);
                g.fill(new Rectangle2D.Double(left, y0, right - left, y1 - y0));
            }
            g.setColor(FAINT);
            g.setStroke(new BasicStroke((float) (em / 14)));
            g.draw(new Line2D.Double(left, y1, right, y1));
            int layer = spikes.layerOfRow()[begin];
            double size = Math.min(1.05 * em, Math.max(0.6 * em, y1 - y0));
            lettering.draw(
                    g, layer == 0 ? "-" : "L" + layer, left - 0.8 * em, (y0 + y1) / 2 + 0.35 * size, size, 1, INK);
            shaded = !shaded;
            begin = row;
        }
        lettering.drawUpwards(
                g,
                "%d cells by depth".formatted(spikes.cells()),
                left - 4.4 * em,
                (depth.begin_px() + depth.end_px()) / 2,
                em,
                INK);
    }

    private void marks(Graphics2D g, List<Double> marks_ms, Axis time, double top, double bottom) {
        g.setStroke(new BasicStroke((float) (em / 7)));
        for (double mark : marks_ms) {
            g.setColor(STIMULUS);
            g.draw(new Line2D.Double(time.px(mark), top - 0.4 * em, time.px(mark), bottom));
            lettering.draw(g, "stimulus", time.px(mark), top - 0.8 * em, 0.95 * em, 0.5, STIMULUS);
        }
    }

    private void dots(Graphics2D g, SpikeRaster spikes, Axis time, Axis depth) {
        double rowHeight = (depth.end_px() - depth.begin_px()) / Math.max(1, spikes.cells());
        double size = Math.clamp(rowHeight * 1.4, 0.22 * em, 0.5 * em);
        for (int i = 0; i < spikes.times_ms().length; i++) {
            int row = spikes.rows()[i];
            g.setColor(spikes.excitatoryOfRow()[row] ? EXCITATORY : INHIBITORY);
            g.fill(new Ellipse2D.Double(
                    time.px(spikes.times_ms()[i]) - size / 2, depth.px(row + 0.5) - size / 2, size, size));
        }
        if (spikes.times_ms().length == 0) {
            lettering.draw(
                    g,
                    "no cell fired",
                    (time.begin_px() + time.end_px()) / 2,
                    (depth.begin_px() + depth.end_px()) / 2,
                    1.6 * em,
                    0.5,
                    CONTROL);
        }
    }

    private void frame(Graphics2D g, double left, double top, double right, double bottom) {
        g.setColor(INK);
        g.setStroke(new BasicStroke((float) (em / 12)));
        g.draw(new Rectangle2D.Double(left, top, right - left, bottom - top));
    }

    private void rate(
            Graphics2D g, SpikeRaster spikes, double @Nullable [] control_ms, Axis time, double top, double bottom) {
        double[] run = SpikeRaster.rate_Hz(spikes.times_ms(), spikes.cells(), RATE_BIN_MS, spikes.duration_ms());
        double[] control = control_ms == null
                ? new double[0]
                : SpikeRaster.rate_Hz(control_ms, spikes.cells(), RATE_BIN_MS, spikes.duration_ms());
        double peak = 1;
        for (double r : run) {
            peak = Math.max(peak, r);
        }
        for (double r : control) {
            peak = Math.max(peak, r);
        }
        var axis = new Axis(0, peak * 1.08, bottom, top);
        for (double tick : axis.ticks(3)) {
            g.setColor(FAINT);
            g.draw(new Line2D.Double(time.begin_px(), axis.px(tick), time.end_px(), axis.px(tick)));
            lettering.draw(
                    g, Axis.label(tick), time.begin_px() - 0.8 * em, axis.px(tick) + 0.32 * em, 0.9 * em, 1, INK);
        }
        steps(g, run, time, axis, EXCITATORY);
        if (control_ms != null) {
            steps(g, control, time, axis, CONTROL);
            lettering.draw(g, "without the stimulus", time.end_px() - 0.5 * em, top + 2.4 * em, 0.9 * em, 1, CONTROL);
            lettering.draw(g, "this run", time.end_px() - 0.5 * em, top + 1.2 * em, 0.9 * em, 1, EXCITATORY);
        }
        lettering.drawUpwards(g, "rate (Hz per cell)", time.begin_px() - 4.4 * em, (top + bottom) / 2, em, INK);
        frame(g, time.begin_px(), top, time.end_px(), bottom);
    }

    private void steps(Graphics2D g, double[] rate_Hz, Axis time, Axis axis, Color colour) {
        var path = new Path2D.Double();
        path.moveTo(time.px(0), axis.px(0));
        for (int k = 0; k < rate_Hz.length; k++) {
            path.lineTo(time.px(k * RATE_BIN_MS), axis.px(rate_Hz[k]));
            path.lineTo(time.px(Math.min(time.to(), (k + 1) * RATE_BIN_MS)), axis.px(rate_Hz[k]));
        }
        path.lineTo(time.end_px(), axis.px(0));
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) (em / 8), BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
        g.draw(path);
    }

    private void times(Graphics2D g, Axis time, double y) {
        for (double tick : time.ticks(8)) {
            g.setColor(INK);
            g.draw(new Line2D.Double(time.px(tick), y, time.px(tick), y + 0.4 * em));
            lettering.draw(g, Axis.label(tick), time.px(tick), y + 1.5 * em, em, 0.5, INK);
        }
        lettering.draw(g, "time (ms)", (time.begin_px() + time.end_px()) / 2, y + 3 * em, em, 0.5, INK);
    }
}
