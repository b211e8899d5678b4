package io.brainwright.render.model.plot;

import io.brainwright.render.model.plot.NamedAxis.Place;
import io.brainwright.render.model.raster.SpikeRaster;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jspecify.annotations.Nullable;

/**
 * A raster: time to the right, depth downwards, layers banded, excitatory and inhibitory spikes in two colours, the stimulus marked;
 * below it the population rate of the run and, in grey, of its control.
 */
public final class RasterPlot {
    private static final double RATE_BIN_MS = 2;
    private static final Color[] CLASSES = {Style.BLUE, Style.VERMILLION};

    private final Style style;
    private final SpikeRaster spikes;
    private final List<Double> marks_ms;
    private final double @Nullable [] control_ms;

    private RasterPlot(Style style, SpikeRaster spikes, List<Double> marks_ms, double @Nullable [] control_ms) {
        this.style = style;
        this.spikes = spikes;
        this.marks_ms = marks_ms.stream()
                .filter(t -> t >= 0 && t <= spikes.duration_ms())
                .toList();
        this.control_ms = control_ms;
    }

    /**
     * @param marks_ms times of the stimulus
     * @param control_ms spike times of the control run, null where there is none
     * @param title empty: none
     * @param caption empty: none
     */
    public static Sheet draw(
            SpikeRaster spikes,
            List<Double> marks_ms,
            double @Nullable [] control_ms,
            String title,
            String caption,
            int width,
            int height) {
        var style = Style.of(width, height);
        return new RasterPlot(style, spikes, marks_ms, control_ms).sheet(title, caption, width, height);
    }

    private Sheet sheet(String title, String caption, int width, int height) {
        var both = new CombinedDomainXYPlot(style.axis("time (ms)", 0, spikes.duration_ms()));
        both.setGap(style.px(1.4));
        both.add(dots(height), 7);
        both.add(rates(), 2);
        both.setInsets(org.jfree.chart.ui.RectangleInsets.ZERO_INSETS);
        return Sheet.of(both, style, width, height, title, legend(), caption);
    }

    private XYPlot dots(int height) {
        double row_em = height * 0.6 / style.px(1) / Math.max(1, spikes.cells());
        var renderer = new DotRenderer(style.px(Math.clamp(row_em * 1.4, 0.22, 0.5)));
        for (int k = 0; k < CLASSES.length; k++) {
            renderer.setSeriesPaint(k, CLASSES[k]);
        }
        var depth = new NamedAxis("%d cells by depth".formatted(spikes.cells()), bands(), Style.BAND);
        style.dress(depth);
        depth.setTickMarksVisible(false);
        depth.setInverted(true);
        var plot = new XYPlot(new Curves(List.of(of(true), of(false))), null, depth, renderer);
        style.dress(plot);
        plot.setRangeGridlinesVisible(false);
        style.mark(plot, marks_ms);
        if (spikes.times_ms().length == 0) {
            var nothing = new XYTextAnnotation("no cell fired", spikes.duration_ms() / 2, spikes.cells() / 2.0);
            nothing.setFont(style.font(1.4));
            nothing.setPaint(Style.CONTROL);
            plot.addAnnotation(nothing);
        }
        return plot;
    }

    /** Layers from the pia down. */
    private List<Place> bands() {
        var bands = new ArrayList<Place>();
        int begin = 0;
        for (int row = 1; row <= spikes.cells(); row++) {
            if (row == spikes.cells() || spikes.layerOfRow()[row] != spikes.layerOfRow()[begin]) {
                int layer = spikes.layerOfRow()[begin];
                bands.add(new Place(layer == 0 ? "–" : "L" + layer, begin, row));
                begin = row;
            }
        }
        return bands.isEmpty() ? List.of(new Place("", 0, 1)) : bands;
    }

    private Curve of(boolean excitatory) {
        int[] mine = IntStream.range(0, spikes.times_ms().length)
                .filter(i -> spikes.excitatoryOfRow()[spikes.rows()[i]] == excitatory)
                .toArray();
        return new Curve(
                excitatory ? "excitatory" : "inhibitory",
                IntStream.of(mine).mapToDouble(i -> spikes.times_ms()[i]).toArray(),
                IntStream.of(mine).mapToDouble(i -> spikes.rows()[i] + 0.5).toArray());
    }

    private XYPlot rates() {
        var curves = new ArrayList<Curve>();
        curves.add(rate("this run", spikes.times_ms()));
        if (control_ms != null) {
            curves.add(rate("control run", control_ms));
        }
        double peak = 1;
        for (var c : curves) {
            for (double r : c.y()) {
                peak = Math.max(peak, r);
            }
        }
        NumberAxis up = style.axis("rate (Hz per cell)", 0, peak * 1.08);
        var renderer = new XYStepRenderer();
        renderer.setSeriesPaint(0, Style.INK);
        renderer.setSeriesPaint(1, Style.CONTROL);
        renderer.setSeriesStroke(0, style.stroke(0.12));
        renderer.setSeriesStroke(1, style.stroke(0.12));
        var plot = new XYPlot(new Curves(curves), null, up, renderer);
        style.dress(plot);
        style.mark(plot, marks_ms);
        return plot;
    }

    private Curve rate(String name, double[] times_ms) {
        double[] rate_Hz = SpikeRaster.rate_Hz(times_ms, spikes.cells(), RATE_BIN_MS, spikes.duration_ms());
        int n = rate_Hz.length;
        double[] x = IntStream.rangeClosed(0, n)
                .mapToDouble(k -> Math.min(k * RATE_BIN_MS, spikes.duration_ms()))
                .toArray();
        double[] y = java.util.Arrays.copyOf(rate_Hz, n + 1);
        y[n] = rate_Hz[n - 1];
        return new Curve(name, x, y);
    }

    private List<LegendItem> legend() {
        var items = new ArrayList<LegendItem>();
        items.add(Key.dot("excitatory", style, CLASSES[0]));
        items.add(Key.dot("inhibitory", style, CLASSES[1]));
        if (!marks_ms.isEmpty()) {
            items.add(Key.filled("stimulus", upright(), Style.ORANGE));
        }
        items.add(Key.line(control_ms == null ? "rate" : "rate of this run", style, Style.INK, style.stroke(0.12)));
        if (control_ms != null) {
            items.add(Key.line("rate of its control", style, Style.CONTROL, style.stroke(0.12)));
        }
        return items;
    }

    private java.awt.Shape upright() {
        return style.stroke(0.14).createStrokedShape(new Line2D.Double(0, -style.px(0.45), 0, style.px(0.45)));
    }
}
