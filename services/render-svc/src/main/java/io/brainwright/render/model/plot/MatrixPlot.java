package io.brainwright.render.model.plot;

import io.brainwright.render.model.plot.NamedAxis.Place;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/** A matrix: one curve per row, the first at the top, shades from white (0) to blue, numbers in the cells where they fit. */
final class MatrixPlot {
    private static final int MOST_WITH_NUMBERS = 12;
    private static final Color UNKNOWN = new Color(0xc4, 0xc8, 0xcf);

    private final Style style;
    private final Figure figure;
    private final List<Curve> rows;
    private final int columns;
    private final double highest;

    MatrixPlot(Style style, Figure figure) {
        this.style = style;
        this.figure = figure;
        rows = figure.curves();
        columns = Math.max(1, rows.stream().mapToInt(r -> r.y().length).max().orElse(1));
        double most = rows.stream()
                .flatMapToDouble(r -> Arrays.stream(r.y()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        highest = most > 0 ? most : 1;
    }

    Sheet sheet(int width, int height) {
        var shades = Shades.upTo(highest);
        var renderer = new XYBlockRenderer();
        renderer.setPaintScale(shades);
        var across = named(figure.xLabel(), columnNames(), width / (double) columns);
        var down = named(figure.yLabel(), rows.stream().map(Curve::name).toList(), Double.MAX_VALUE);
        down.setInverted(true);
        var plot = new XYPlot(cells(), across, down, renderer);
        style.dress(plot);
        plot.setRangeGridlinesVisible(false);
        plot.setBackgroundPaint(UNKNOWN);
        if (Math.max(rows.size(), columns) <= MOST_WITH_NUMBERS) {
            numbers(plot);
        }
        return Sheet.of(
                plot,
                style,
                width,
                height,
                figure.title(),
                List.of(),
                figure.caption(),
                shades.strip(figure.zLabel(), style, 3.6));
    }

    /** Names of the rows where the matrix is square, else the columns' numbers. */
    private List<String> columnNames() {
        return columns == rows.size()
                ? rows.stream().map(Curve::name).toList()
                : IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
    }

    private NamedAxis named(String label, List<String> names, double room_px) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < names.size(); i++) {
            places.add(new Place(names.get(i), i - 0.5, i + 0.5));
        }
        var axis = new NamedAxis(Spelling.of(label), places, null);
        style.dress(axis);
        axis.setTickMarksVisible(false);
        double widest =
                names.stream().mapToDouble(n -> style.width(n, 0.9)).max().orElse(0);
        axis.setVerticalTickLabels(widest > 0.7 * room_px);
        return axis;
    }

    private DefaultXYZDataset cells() {
        var x = new ArrayList<double[]>();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).y().length; c++) {
                double value = rows.get(r).y()[c];
                if (Double.isFinite(value)) {
                    x.add(new double[] {c, r, value});
                }
            }
        }
        var data = new double[3][x.size()];
        for (int i = 0; i < x.size(); i++) {
            for (int k = 0; k < 3; k++) {
                data[k][i] = x.get(i)[k];
            }
        }
        var cells = new DefaultXYZDataset();
        cells.addSeries(0, data);
        return cells;
    }

    private void numbers(XYPlot plot) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns; c++) {
                double value = c < rows.get(r).y().length ? rows.get(r).y()[c] : Double.NaN;
                var text = new XYTextAnnotation(Double.isFinite(value) ? twoDigits(value) : "–", c, r);
                text.setFont(style.font(0.8));
                text.setPaint(value / highest > 0.55 ? Color.WHITE : Style.INK);
                plot.addAnnotation(text);
            }
        }
    }

    /** Two digits that count. */
    private static String twoDigits(double value) {
        var two = new BigDecimal(value).round(new MathContext(2));
        boolean large = two.precision() - two.scale() > 2;
        return value == 0 ? "0" : (large ? new BigDecimal(Math.rint(value)) : two).toPlainString();
    }
}
