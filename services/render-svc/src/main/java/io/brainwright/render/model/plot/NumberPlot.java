package io.brainwright.render.model.plot;

import io.brainwright.render.model.raster.Axis;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws curves between two axes, with a legend where there are several; or a matrix, one curve per row. */
public final class NumberPlot {
    /** How the numbers are drawn. */
    public enum Drawing {
        LINES,
        STEPS,
        BARS,
        DOTS,
        MATRIX
    }

    private static final Color INK = new Color(0x22, 0x26, 0x2e);
    private static final Color FAINT = new Color(0xd5, 0xd9, 0xe0);
    private static final Color STIMULUS = new Color(0xe8, 0x9b, 0x17);
    /** Okabe and Ito 2008, colours that colour-blind eyes tell apart. */
    private static final Color[] COLOURS = {
        new Color(0x00, 0x72, 0xb2),
        new Color(0xd5, 0x5e, 0x00),
        new Color(0x00, 0x9e, 0x73),
        new Color(0xcc, 0x79, 0xa7),
        new Color(0xe6, 0x9f, 0x00),
        new Color(0x56, 0xb4, 0xe9),
        new Color(0x66, 0x66, 0x66)
    };

    private static final int MOST_IN_LEGEND = 12;

    private final Canvas canvas;
    private final double em;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    public NumberPlot(Canvas canvas, int width, int height) {
        this.canvas = canvas;
        em = Math.max(8, Math.min(width, height) / 34.0);
        left = 7 * em;
        right = width - 2 * em;
        top = 3.6 * em;
        bottom = height - 4.6 * em;
    }

    /**
     * @param curves at least one
     * @param yDown whether y grows downwards
     */
    public void draw(
            Drawing drawing,
            String title,
            String xLabel,
            String yLabel,
            List<Curve> curves,
            List<Double> marks,
            boolean yDown) {
        canvas.text(title, left, 2.1 * em, 1.2 * em, 0, INK);
        if (drawing == Drawing.MATRIX) {
            matrix(xLabel, yLabel, curves);
            return;
        }
        boolean fromZero = drawing == Drawing.BARS || drawing == Drawing.STEPS;
        var x = axis(values(curves, true), left, right, false);
        var y = yDown
                ? axis(values(curves, false), top, bottom, fromZero)
                : axis(values(curves, false), bottom, top, fromZero);
        frame(x, y, xLabel, yLabel);
        for (double mark : marks) {
            if (mark >= x.from() && mark <= x.to()) {
                canvas.line(new double[] {x.px(mark), x.px(mark)}, new double[] {top, bottom}, em / 8, STIMULUS);
            }
        }
        for (int i = 0; i < curves.size(); i++) {
            curve(drawing, curves.get(i), x, y, COLOURS[i % COLOURS.length]);
        }
        legend(curves);
    }

    private void curve(Drawing drawing, Curve curve, Axis x, Axis y, Color colour) {
        switch (drawing) {
            case LINES -> canvas.line(pixels(curve.x(), x), pixels(curve.y(), y), em / 8, colour);
            case STEPS -> steps(curve, x, y, colour);
            case BARS -> bars(curve, x, y, colour);
            case DOTS, MATRIX -> {
                for (int i = 0; i < curve.x().length; i++) {
                    canvas.dot(x.px(curve.x()[i]), y.px(curve.y()[i]), em / 3, colour);
                }
            }
        }
        if (drawing == Drawing.LINES && curve.x().length <= 20) {
            for (int i = 0; i < curve.x().length; i++) {
                if (!Double.isNaN(curve.x()[i])) {
                    canvas.dot(x.px(curve.x()[i]), y.px(curve.y()[i]), em / 2, colour);
                }
            }
        }
    }

    private void steps(Curve curve, Axis x, Axis y, Color colour) {
        int n = curve.x().length;
        var px = new double[2 * n];
        var py = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double end = i + 1 < n ? curve.x()[i + 1] : n > 1 ? 2 * curve.x()[i] - curve.x()[i - 1] : x.to();
            px[2 * i] = x.px(curve.x()[i]);
            px[2 * i + 1] = x.px(Math.min(end, x.to()));
            py[2 * i] = y.px(curve.y()[i]);
            py[2 * i + 1] = py[2 * i];
        }
        canvas.line(px, py, em / 8, colour);
    }

    private void bars(Curve curve, Axis x, Axis y, Color colour) {
        double width = (right - left) / Math.max(1, curve.x().length) * 0.8;
        for (int i = 0; i < curve.x().length; i++) {
            double zero = y.px(Math.max(0, y.from()));
            double tip = y.px(curve.y()[i]);
            canvas.rectangle(x.px(curve.x()[i]) - width / 2, Math.min(zero, tip), width, Math.abs(zero - tip), colour);
        }
    }

    private void frame(Axis x, Axis y, String xLabel, String yLabel) {
        for (double tick : y.ticks(6)) {
            canvas.line(new double[] {left, right}, new double[] {y.px(tick), y.px(tick)}, em / 20, FAINT);
            canvas.text(Axis.label((float) tick), left - 0.7 * em, y.px(tick) + 0.33 * em, 0.9 * em, 1, INK);
        }
        for (double tick : x.ticks(8)) {
            canvas.line(new double[] {x.px(tick), x.px(tick)}, new double[] {bottom, bottom + 0.4 * em}, em / 12, INK);
            canvas.text(Axis.label((float) tick), x.px(tick), bottom + 1.5 * em, 0.9 * em, 0.5, INK);
        }
        border();
        canvas.text(xLabel, (left + right) / 2, bottom + 3.2 * em, em, 0.5, INK);
        canvas.textUpwards(yLabel, left - 4.6 * em, (top + bottom) / 2, em, INK);
    }

    private void border() {
        canvas.line(
                new double[] {left, right, right, left, left},
                new double[] {top, top, bottom, bottom, top},
                em / 12,
                INK);
    }

    private void legend(List<Curve> curves) {
        if (curves.size() == 1 && curves.getFirst().name().equals("all")) {
            return;
        }
        for (int i = 0; i < Math.min(curves.size(), MOST_IN_LEGEND); i++) {
            double y = top + (1.2 + 1.25 * i) * em;
            canvas.text(curves.get(i).name(), right - 0.6 * em, y, 0.85 * em, 1, COLOURS[i % COLOURS.length]);
        }
    }

    private void matrix(String xLabel, String yLabel, List<Curve> rows) {
        double highest = values(rows, false).filter(v -> !Double.isNaN(v)).max().orElse(0);
        int columns = rows.stream().mapToInt(r -> r.y().length).max().orElse(1);
        double width = (right - left) / Math.max(1, columns);
        double height = (bottom - top) / rows.size();
        for (int r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            canvas.text(row.name(), left - 0.6 * em, top + (r + 0.6) * height, 0.85 * em, 1, INK);
            for (int c = 0; c < row.y().length; c++) {
                double share = highest <= 0 || Double.isNaN(row.y()[c]) ? 0 : row.y()[c] / highest;
                canvas.rectangle(left + c * width, top + r * height, width, height, shade(share));
                var number = Double.isNaN(row.y()[c]) ? "-" : Axis.label(Math.rint(row.y()[c] * 1000) / 1000);
                canvas.text(
                        number,
                        left + (c + 0.5) * width,
                        top + (r + 0.6) * height,
                        0.7 * em,
                        0.5,
                        share > 0.55 ? Color.WHITE : INK);
            }
        }
        for (int c = 0; c < columns && columns <= rows.size(); c++) {
            canvas.text(rows.get(c).name(), left + (c + 0.5) * width, bottom + 1.4 * em, 0.85 * em, 0.5, INK);
        }
        border();
        canvas.text(xLabel, (left + right) / 2, bottom + 3.2 * em, em, 0.5, INK);
        canvas.textUpwards(yLabel, left - 5.2 * em, (top + bottom) / 2, em, INK);
    }

    /** White for 0, deep blue for the highest. */
    private static Color shade(double share) {
        return new Color((int) (255 - share * 230), (int) (255 - share * 180), (int) (255 - share * 90));
    }

    private static double[] pixels(double[] values, Axis axis) {
        return Arrays.stream(values).map(axis::px).toArray();
    }

    private static DoubleStream values(List<Curve> curves, boolean x) {
        return curves.stream().flatMapToDouble(c -> Arrays.stream(x ? c.x() : c.y()));
    }

    private static Axis axis(DoubleStream values, double begin_px, double end_px, boolean fromZero) {
        var range = values.filter(v -> !Double.isNaN(v)).summaryStatistics();
        double low = range.getCount() == 0 ? 0 : fromZero ? Math.min(0, range.getMin()) : range.getMin();
        double high = range.getCount() == 0 ? 1 : range.getMax();
        double margin = high > low ? (high - low) * 0.04 : Math.max(1, Math.abs(low)) * 0.1;
        return new Axis(fromZero && low == 0 ? 0 : low - margin, high + margin, begin_px, end_px);
    }
}
