package io.brainwright.connectome.files;

import java.util.Locale;

/** A small picture of values over values, as SVG; axes are linear, or logarithmic with a line at each decade. */
final class Chart {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 380;
    private static final double LEFT = 70;
    private static final double BOTTOM = 60;
    private static final double TOP = 42;
    private static final double RIGHT = 20;

    /**
     * One axis.
     *
     * @param text what it shows, with its unit
     * @param low its beginning
     * @param high its end
     * @param step distance of two lines; 0: logarithmic
     */
    record Axis(String text, double low, double high, double step) {
        boolean log() {
            return step == 0;
        }

        double part(double value) {
            double clamped = Math.clamp(value, low, high);
            return log() ? Math.log10(clamped / low) / Math.log10(high / low) : (clamped - low) / (high - low);
        }
    }

    private final StringBuilder svg = new StringBuilder();
    private final Axis x;
    private final Axis y;
    private double legend = LEFT + 10;

    Chart(String title, Axis x, Axis y) {
        assert Double.isFinite(x.high()) && Double.isFinite(y.high()) : "an axis without end";
        this.x = x;
        this.y = y;
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" font-family=\"sans-serif\""
                        + " font-size=\"12\">",
                WIDTH, HEIGHT);
        line("<rect width=\"%.0f\" height=\"%.0f\" fill=\"white\"/>", WIDTH, HEIGHT);
        text(WIDTH / 2, 18, "middle", title);
        grid(x, true);
        grid(y, false);
        text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, "middle", x.text());
        line(
                "<text transform=\"translate(18 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2, y.text());
    }

    /** A line through points. */
    Chart curve(double[] xs, double[] ys, String colour, String name) {
        var path = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isNaN(ys[i])) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(xs[i]), y(ys[i])));
            }
        }
        line("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, colour);
        key(colour, name);
        return this;
    }

    /** A shaded area between two lines. */
    Chart band(double[] xs, double[] low, double[] high, String colour, String name) {
        var path = new StringBuilder("M");
        for (int i = 0; i < xs.length; i++) {
            path.append(String.format(Locale.ROOT, "%.1f %.1f ", x(xs[i]), y(high[i])));
        }
        for (int i = xs.length - 1; i >= 0; i--) {
            path.append(String.format(Locale.ROOT, "%.1f %.1f ", x(xs[i]), y(low[i])));
        }
        line("<path d=\"%sZ\" fill=\"%s\" fill-opacity=\".2\"/>", path, colour);
        if (!name.isEmpty()) {
            key(colour, name);
        }
        return this;
    }

    /** Points with bars from low to high. */
    Chart points(double[] xs, double[] ys, double[] low, double[] high, String colour, String name) {
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isNaN(ys[i])) {
                line(
                        "<path d=\"M%.1f %.1fV%.1f\" stroke=\"%s\"/><circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\""
                                + " fill=\"%s\"/>",
                        x(xs[i]), y(low[i]), y(high[i]), colour, x(xs[i]), y(ys[i]), colour);
            }
        }
        key(colour, name);
        return this;
    }

    /** A word at a place. */
    Chart label(double atX, double atY, String words) {
        line("<text x=\"%.1f\" y=\"%.1f\" font-size=\"8\" fill=\"#555\">%s</text>", x(atX) + 5, y(atY) + 3, words);
        return this;
    }

    String svg() {
        return svg + "</svg>\n";
    }

    private void key(String colour, String name) {
        line("<rect x=\"%.1f\" y=\"%.1f\" width=\"10\" height=\"10\" fill=\"%s\"/>", legend, TOP - 14, colour);
        text(legend + 14, TOP - 5, "start", name);
        legend += 26 + 6.6 * name.length();
    }

    private void grid(Axis axis, boolean across) {
        double value = axis.low();
        while (value <= axis.high() * (1 + 1e-9)) {
            double at = across ? x(value) : y(value);
            if (across) {
                line("<path d=\"M%.1f %.1fV%.1f\" stroke=\"#ddd\"/>", at, TOP, HEIGHT - BOTTOM);
                text(at, HEIGHT - BOTTOM + 16, "middle", number(value));
            } else {
                line("<path d=\"M%.1f %.1fH%.1f\" stroke=\"#ddd\"/>", LEFT, at, WIDTH - RIGHT);
                text(LEFT - 6, at + 4, "end", number(value));
            }
            value = axis.log() ? value * 10 : value + axis.step();
        }
    }

    private static String number(double value) {
        return value >= 1e4
                ? String.format(Locale.ROOT, "1e%.0f", Math.log10(value))
                : value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%s", (float) value);
    }

    private double x(double value) {
        return LEFT + x.part(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - y.part(value) * (HEIGHT - TOP - BOTTOM);
    }

    private void text(double atX, double atY, String anchor, String words) {
        line("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", atX, atY, anchor, words);
    }

    private void line(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
