package io.brainwright.render.model.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.ClusteredXYBarRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYDataset;

/** Curves, steps, bars, dots and barcodes between two axes of numbers. */
final class CurvePlot {
    /** chosen: fewer points than this are measured one by one, and shown so. */
    private static final int FEW_POINTS = 20;

    /** chosen: more names than this are not read. */
    private static final int MOST_NAMES = 14;

    /** chosen: data that come this near to zero, as a share of their range, are shown with it. */
    private static final double NEAR_ZERO = 0.35;

    private static final double MARGIN = 0.04;

    private final Style style;
    private final Figure figure;
    private final List<Curve> curves;
    private final boolean few;

    CurvePlot(Style style, Figure figure) {
        this.style = style;
        this.figure = figure;
        var own = switch (figure.drawing()) {
            case STEPS -> figure.curves().stream().map(CurvePlot::withLastBin).toList();
            case BARCODE -> figure.curves().stream().map(CurvePlot::apart).toList();
            case LINES, BARS, DOTS, MATRIX, PERSISTENCE -> figure.curves();
        };
        this.curves = Stream.concat(own.stream(), figure.beside().stream()).toList();
        few = figure.curves().stream().allMatch(c -> c.x().length <= FEW_POINTS);
    }

    Sheet sheet(int width, int height) {
        var across = across();
        var up = up();
        var plot = new XYPlot(dataset(), across, up, renderer());
        style.dress(plot);
        boolean barcode = figure.drawing() == Drawing.BARCODE;
        plot.setDomainGridlinesVisible(figure.yDown() || barcode);
        plot.setRangeGridlinesVisible(!barcode);
        plot.setDomainGridlinePaint(Style.FAINT);
        plot.setDomainGridlineStroke(style.stroke(0.05));
        up.setInverted(figure.yDown());
        style.band(plot, figure.bands());
        style.mark(
                plot,
                figure.marks_ms().stream().filter(across.getRange()::contains).toList());
        return Sheet.of(plot, style, width, height, figure.title(), legend(), figure.caption());
    }

    private XYDataset dataset() {
        var all = new Curves(curves);
        if (figure.drawing() != Drawing.BARS) {
            return all;
        }
        return new XYBarDataset(all, 0.8 * spacing());
    }

    /** The least distance of two neighbours on x. */
    private double spacing() {
        double least = Double.POSITIVE_INFINITY;
        for (var c : curves) {
            double[] x = Arrays.stream(c.x())
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .distinct()
                    .toArray();
            for (int i = 1; i < x.length; i++) {
                least = Math.min(least, x[i] - x[i - 1]);
            }
        }
        return Double.isInfinite(least) ? 1 : least;
    }

    private AbstractXYItemRenderer renderer() {
        var renderer = switch (figure.drawing()) {
            case STEPS -> new XYStepRenderer();
            case BARS -> bars();
            case DOTS -> new DotRenderer(style.px(0.4));
            case LINES, BARCODE, MATRIX, PERSISTENCE -> lines();
        };
        for (int i = 0; i < curves.size(); i++) {
            renderer.setSeriesPaint(i, Style.colour(beside(i)));
            renderer.setSeriesStroke(i, stroke(i));
            renderer.setSeriesShape(i, style.dot(0.5));
            if (isBeside(i) && renderer instanceof XYLineAndShapeRenderer lines) {
                lines.setSeriesShapesVisible(i, false);
            }
        }
        return renderer;
    }

    private boolean isBeside(int curve) {
        return curve >= figure.curves().size();
    }

    /** The curve whose colour this one has. */
    private int beside(int curve) {
        return isBeside(curve) ? curve - figure.curves().size() : curve;
    }

    private java.awt.BasicStroke stroke(int curve) {
        if (figure.drawing() == Drawing.BARCODE) {
            return barStroke();
        }
        return isBeside(curve) ? style.dashed() : style.line(curve);
    }

    private java.awt.BasicStroke barStroke() {
        double lines = values(Curve::y).max().orElse(1) + 1;
        return style.stroke(Math.clamp(18 / lines, 0.05, 0.6));
    }

    private AbstractXYItemRenderer lines() {
        var renderer = new XYLineAndShapeRenderer(true, few && figure.drawing() == Drawing.LINES);
        renderer.setDrawSeriesLineAsPath(true);
        return renderer;
    }

    private static AbstractXYItemRenderer bars() {
        var renderer = new ClusteredXYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        return renderer;
    }

    private NumberAxis across() {
        double[] ends = ends(values(Curve::x), figure.yDown());
        boolean tight = switch (figure.drawing()) {
            case STEPS, DOTS -> true;
            case LINES -> !few && !figure.yDown();
            case BARS, BARCODE, MATRIX, PERSISTENCE -> false;
        };
        double margin = figure.drawing() == Drawing.BARS ? 0.6 * spacing() : (ends[1] - ends[0]) * MARGIN;
        boolean zero = ends[0] == 0 && (!few || figure.yDown()) && figure.drawing() != Drawing.BARS;
        return style.axis(
                figure.xLabel(), tight || zero ? ends[0] : ends[0] - margin, tight ? ends[1] : ends[1] + margin);
    }

    private NumberAxis up() {
        if (figure.drawing() == Drawing.BARCODE) {
            var axis = style.axis(figure.yLabel(), -0.5, values(Curve::y).max().orElse(0) + 0.5);
            axis.setTickLabelsVisible(false);
            axis.setTickMarksVisible(false);
            return axis;
        }
        boolean counted = figure.drawing() == Drawing.BARS || figure.drawing() == Drawing.STEPS;
        double[] ends = ends(values(Curve::y), counted);
        double margin = (ends[1] - ends[0]) * MARGIN;
        return style.axis(figure.yLabel(), ends[0] == 0 ? 0 : ends[0] - margin, ends[1] + margin);
    }

    /** Least and greatest value, with zero where it is near; never equal. */
    private static double[] ends(DoubleStream values, boolean withZero) {
        var range = values.summaryStatistics();
        if (range.getCount() == 0) {
            return new double[] {0, 1};
        }
        double low = range.getMin();
        double high = range.getMax();
        if (withZero || low > 0 && low < NEAR_ZERO * high) {
            low = Math.min(0, low);
        }
        if (withZero) {
            high = Math.max(0, high);
        }
        if (low == high) {
            double half = low == 0 ? 1 : Math.abs(low) * 0.1;
            return new double[] {low == 0 ? 0 : low - half, high + half};
        }
        return new double[] {low, high};
    }

    private DoubleStream values(Function<Curve, double[]> of) {
        return curves.stream().flatMapToDouble(c -> Arrays.stream(of.apply(c))).filter(Double::isFinite);
    }

    private List<LegendItem> legend() {
        var items = new ArrayList<LegendItem>();
        boolean one = curves.size() == 1 && curves.getFirst().name().equals("all");
        for (int i = 0; i < Math.min(curves.size(), MOST_NAMES) && !one; i++) {
            var name = curves.get(i).name();
            items.add(
                    switch (figure.drawing()) {
                        case LINES, STEPS -> Key.line(name, style, Style.colour(beside(i)), stroke(i));
                        case DOTS -> Key.dot(name, style, Style.colour(i));
                        case BARS, BARCODE, MATRIX, PERSISTENCE -> {
                            double side = style.px(0.7);
                            yield Key.filled(
                                    name, new Rectangle2D.Double(-side / 2, -side / 2, side, side), Style.colour(i));
                        }
                    });
        }
        if (curves.size() > MOST_NAMES) {
            items.add(Key.filled(
                    "and %d more".formatted(curves.size() - MOST_NAMES), new Rectangle2D.Double(), Style.PAPER));
        }
        if (!figure.marks_ms().isEmpty()) {
            items.add(Key.line("stimulus", style, Style.ORANGE, style.stroke(0.14)));
        }
        return items;
    }

    /** Steps hold their height until the next begins; the last one too. */
    private static Curve withLastBin(Curve curve) {
        int n = curve.x().length;
        if (n < 2) {
            return curve;
        }
        var x = Arrays.copyOf(curve.x(), n + 1);
        var y = Arrays.copyOf(curve.y(), n + 1);
        x[n] = 2 * x[n - 1] - x[n - 2];
        y[n] = y[n - 1];
        return new Curve(curve.name(), x, y);
    }

    /** Bars lifted from one another: a pair of points, then a gap. */
    private static Curve apart(Curve curve) {
        int bars = curve.x().length / 2;
        var x = new double[3 * bars];
        var y = new double[3 * bars];
        for (int b = 0; b < bars; b++) {
            x[3 * b] = curve.x()[2 * b];
            x[3 * b + 1] = curve.x()[2 * b + 1];
            x[3 * b + 2] = Double.NaN;
            y[3 * b] = curve.y()[2 * b];
            y[3 * b + 1] = curve.y()[2 * b + 1];
            y[3 * b + 2] = Double.NaN;
        }
        return new Curve(curve.name(), x, y);
    }
}
