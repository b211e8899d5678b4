package io.brainwright.render.model.column;

import io.brainwright.render.model.lettering.Lettering;
import io.brainwright.render.model.scene.StillLife;
import io.brainwright.render.model.scene.View;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished picture of a column: the cells, the layers beside them, a scale bar, the clock and what the colours mean.
 */
public final class ColumnPicture {
    private static final Color INK = new Color(0xc9, 0xd1, 0xe0);
    private static final Color FAINT = new Color(0x5a, 0x64, 0x7a);
    private static final double MARGIN = 0.06;

    /** Share of the points that the frame holds; a few long neurites may leave it. */
    private static final double BULK = 0.995;

    private final Lettering lettering = Lettering.open();
    private final int width;
    private final int height;
    private final double em;

    /**
     * @param width pixels
     * @param height pixels
     */
    public ColumnPicture(int width, int height) {
        this.width = width;
        this.height = height;
        this.em = Math.max(9, Math.min(width, height) / 62.0);
    }

    /**
     * Draws the cells.
     *
     * @param placed at least one cell
     * @param voltages needed for {@link ColourBy#VOLTAGE}
     * @param vessels drawn among the cells; empty: none
     * @param axons whether axons are shown
     * @param azimuth_deg turn of the camera about the vertical
     */
    public BufferedImage draw(
            List<PlacedCell> placed,
            ColourBy colourBy,
            @Nullable VoltageFrame voltages,
            List<VesselPiece> vessels,
            boolean axons,
            double azimuth_deg) {
        var cells = Upright.turn(placed);
        var scene = ColumnScene.of(cells, colourBy, voltages, axons);
        var turn = Upright.of(placed);
        vessels.forEach(piece -> scene.add(piece.turned(turn)));
        double[] bounds = scene.solid().bounds(BULK);
        var view = StillLife.frame(bounds, azimuth_deg, width, height, MARGIN);
        var image = StillLife.render(scene.solid(), scene.veil(), view, width, height);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        layers(g, cells, view, bounds);
        if (!vessels.isEmpty()) {
            vesselKey(g);
        }
        scaleBar(g, view, bounds);
        if (colourBy == ColourBy.VOLTAGE && voltages != null) {
            clock(g, voltages.time_ms());
            colourBar(g);
        } else if (colourBy == ColourBy.LAYER) {
            layerKey(g, cells);
        }
        g.dispose();
        return image;
    }

    private void layers(Graphics2D g, List<PlacedCell> cells, View view, double[] bounds) {
        double[] p = new double[4];
        g.setStroke(new BasicStroke((float) (em / 14)));
        for (var band : LayerBands.of(cells)) {
            double top = pixelY(view, bounds, band.top_um(), p);
            double bottom = pixelY(view, bounds, band.bottom_um(), p);
            g.setColor(FAINT);
            g.draw(new Line2D.Double(1.1 * em, top + 1, 1.1 * em, bottom - 1));
            g.draw(new Line2D.Double(1.1 * em, top + 1, 1.7 * em, top + 1));
            g.draw(new Line2D.Double(1.1 * em, bottom - 1, 1.7 * em, bottom - 1));
            lettering.draw(g, "L" + band.layer(), 2.1 * em, (top + bottom) / 2 + 0.36 * em, 1.1 * em, 0, INK);
        }
    }

    private static double pixelY(View view, double[] bounds, double y_um, double[] p) {
        view.project((bounds[0] + bounds[3]) / 2, y_um, (bounds[2] + bounds[5]) / 2, p);
        return p[1] / StillLife.samplesPerPixel();
    }

    private void scaleBar(Graphics2D g, View view, double[] bounds) {
        double[] p = new double[4];
        view.project((bounds[0] + bounds[3]) / 2, (bounds[1] + bounds[4]) / 2, (bounds[2] + bounds[5]) / 2, p);
        double pxPerUm = p[3] / StillLife.samplesPerPixel();
        int length_um = 10;
        for (int candidate : new int[] {20, 50, 100, 200, 500, 1000}) {
            if (candidate * pxPerUm < width / 5.0) {
                length_um = candidate;
            }
        }
        double right = width - 1.8 * em;
        double y = height - 2 * em;
        g.setColor(INK);
        g.setStroke(new BasicStroke((float) (em / 5), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(right - length_um * pxPerUm, y, right, y));
        lettering.draw(g, length_um + " µm", right - length_um * pxPerUm / 2, y - 0.6 * em, 1.1 * em, 0.5, INK);
    }

    private void clock(Graphics2D g, double time_ms) {
        lettering.draw(g, "t = %.1f ms".formatted(time_ms), width - 1.8 * em, 2.4 * em, 1.5 * em, 1, INK);
    }

    private void colourBar(Graphics2D g) {
        double left = 1.8 * em;
        double y = height - 2.4 * em;
        double length = width / 5.0;
        int steps = 120;
        for (int i = 0; i < steps; i++) {
            g.setColor(display(Palette.fire((i + 0.5) / steps)));
            g.fill(new Rectangle2D.Double(left + i * length / steps, y, length / steps + 1, 0.7 * em));
        }
        for (int mV : new int[] {(int) Palette.REST_MV, -20, (int) Palette.PEAK_MV}) {
            double x = left + Palette.heat(mV) * length;
            lettering.draw(g, mV + (mV == (int) Palette.PEAK_MV ? " mV" : ""), x, y - 0.5 * em, 0.95 * em, 0.5, INK);
        }
    }

    private void layerKey(Graphics2D g, List<PlacedCell> cells) {
        double y = height - 2 * em;
        double x = 1.8 * em;
        for (int layer = 1; layer <= 6; layer++) {
            int l = layer;
            if (cells.stream().noneMatch(c -> c.layer() == l)) {
                continue;
            }
            g.setColor(display(Palette.layer(layer)));
            g.fill(new Rectangle2D.Double(x, y - 0.8 * em, 0.9 * em, 0.9 * em));
            lettering.draw(g, "L" + layer, x + 1.3 * em, y, 1.1 * em, 0, INK);
            x += 4 * em;
        }
    }

    /** Upper right, below the clock. */
    private void vesselKey(Graphics2D g) {
        double y = 4.6 * em;
        for (var kind : VesselPiece.KINDS) {
            g.setColor(display(Palette.vessel(kind)));
            g.fill(new Rectangle2D.Double(width - 2.7 * em, y - 0.8 * em, 0.9 * em, 0.9 * em));
            lettering.draw(g, kind, width - 3.2 * em, y, 1.1 * em, 1, INK);
            y += 1.6 * em;
        }
    }

    private static Color display(float[] linear) {
        int[] rgb = new int[3];
        for (int i = 0; i < 3; i++) {
            double v = linear[i];
            double s = v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055;
            rgb[i] = (int) Math.rint(255 * Math.clamp(s, 0.0, 1.0));
        }
        return new Color(rgb[0], rgb[1], rgb[2]);
    }
}
