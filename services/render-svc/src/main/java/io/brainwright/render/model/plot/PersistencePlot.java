package io.brainwright.render.model.plot;

import io.brainwright.neuro.topology.Bars;
import io.brainwright.neuro.topology.PersistenceImage;
import io.brainwright.neuro.topology.PersistenceImage.Window;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/**
 * Bars of two populations, pair by pair: both barcodes, the persistence image of each, and their difference, each with its scale.
 *
 * <p>Curve 2k is what is compared with, curve 2k + 1 what is compared; x holds tips, y forks, in um.
 */
final class PersistencePlot {
    /** chosen: more bars than this are not told apart; every n-th of the order by length is drawn. */
    private static final int MOST_BARS = 250;

    /** chosen: letters of a sheet with four plots in a row. */
    private static final double EMS_ACROSS = 118;

    private static final RoundTicks TICKS = new RoundTicks();
    private static final double TICKS_ACROSS = 4.5; // chosen: as many as a quarter of a sheet has room for

    private final Figure figure;
    private final int width;
    private final int height;

    PersistencePlot(Figure figure, int width, int height) {
        this.figure = figure;
        this.width = width;
        this.height = height;
    }

    Sheet sheet() {
        var style = new Style(Math.max(7, width / EMS_ACROSS));
        var rows = new ArrayList<List<Panels.Maker>>();
        for (int pair = 0; pair + 1 < figure.curves().size(); pair += 2) {
            rows.add(row(figure.curves().get(pair), figure.curves().get(pair + 1)));
        }
        return new Panels(style, rows, figure.title(), List.of(), figure.caption()).sheet(width, height);
    }

    private List<Panels.Maker> row(Curve one, Curve other) {
        var a = new Bars(one.x(), one.y());
        var b = new Bars(other.x(), other.y());
        var window = Window.around(a, b);
        var p = PersistenceImage.of(a, window);
        var q = PersistenceImage.of(b, window);
        double most = IntStream.range(0, PersistenceImage.GRID * PersistenceImage.GRID)
                .mapToDouble(k -> Math.abs(at(q, k) - at(p, k)))
                .max()
                .orElseThrow();
        var difference = String.format(
                Locale.ROOT, "difference: mean %.3f, total variation %.3f", p.meanDifference(q), p.totalVariation(q));
        return List.of(
                (style, w, h) -> barcodes(style, a, b, one.name(), other.name(), w, h),
                (style, w, h) ->
                        image(style, window, (i, j) -> p.at((int) i, (int) j), one.name(), Shades.upTo(1), w, h),
                (style, w, h) ->
                        image(style, window, (i, j) -> q.at((int) i, (int) j), other.name(), Shades.upTo(1), w, h),
                (style, w, h) -> image(
                        style,
                        window,
                        (i, j) -> q.at((int) i, (int) j) - p.at((int) i, (int) j),
                        difference,
                        Shades.about(most == 0 ? 1 : most),
                        w,
                        h));
    }

    private static double at(PersistenceImage image, int k) {
        return image.at(k / PersistenceImage.GRID, k % PersistenceImage.GRID);
    }

    private Sheet image(
            Style style,
            Window window,
            DoubleBinaryOperator value,
            String title,
            Shades shades,
            int width,
            int height) {
        var across = style.axis(figure.xLabel(), window.tipFrom_um(), window.tipTo_um());
        var up = style.axis(figure.yLabel(), window.forkFrom_um(), window.forkTo_um());
        across.setTickUnit(
                (NumberTickUnit) TICKS.getCeilingTickUnit(across.getRange().getLength() / TICKS_ACROSS), false, true);
        var plot = new XYPlot(new Curves(List.of()), across, up, new XYLineAndShapeRenderer());
        style.dress(plot);
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(new ShadedGrid(value, window, shades));
        return Sheet.of(plot, style, width, height, title, List.of(), "", shades.strip(figure.zLabel(), style, 3.6));
    }

    /** Shares of the bars, the longest at the middle: what is compared with upwards, what is compared downwards. */
    private Sheet barcodes(Style style, Bars a, Bars b, String one, String other, int width, int height) {
        double far = Math.max(longest(a), longest(b));
        var across = style.axis("path length (um)", 0, far * 1.02);
        var up = style.axis("bars by length, as shares of each", -1, 1);
        up.setTickLabelsVisible(false);
        up.setTickMarksVisible(false);
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        double room_ems = height / style.px(1) - 9; // what title, legend and axis leave
        for (int s = 0; s < 2; s++) {
            int bars = Math.min(MOST_BARS, (s == 0 ? a : b).size());
            renderer.setSeriesPaint(s, Style.colour(s));
            renderer.setSeriesStroke(s, style.stroke(Math.clamp(room_ems / 2 / bars * 0.6, 0.03, 0.5)));
        }
        var plot = new XYPlot(new Curves(List.of(lines(one, a, 1), lines(other, b, -1))), across, up, renderer);
        style.dress(plot);
        plot.setRangeGridlinesVisible(false);
        var legend = List.of(key(style, one, 0), key(style, other, 1));
        return Sheet.of(plot, style, width, height, "", legend, "");
    }

    private static double longest(Bars bars) {
        return Arrays.stream(bars.tip_um()).max().orElse(1);
    }

    private static LegendItem key(Style style, String name, int curve) {
        double side = style.px(0.7);
        return Key.filled(name, new Rectangle2D.Double(-side / 2, -side / 2, side, side), Style.colour(curve));
    }

    private static Curve lines(String name, Bars bars, int sign) {
        int n = bars.size();
        var order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(b -> bars.fork_um()[b] - bars.tip_um()[b]))
                .toList();
        int drawn = Math.min(n, MOST_BARS);
        var x = new double[3 * drawn];
        var y = new double[3 * drawn];
        for (int k = 0; k < drawn; k++) {
            int bar = order.get((int) ((long) k * n / drawn));
            x[3 * k] = bars.fork_um()[bar];
            x[3 * k + 1] = bars.tip_um()[bar];
            x[3 * k + 2] = Double.NaN;
            y[3 * k] = sign * (k + 0.5) / drawn;
            y[3 * k + 1] = y[3 * k];
            y[3 * k + 2] = Double.NaN;
        }
        return new Curve(name, x, y);
    }
}
