package io.brainwright.neuro.inference;

import java.util.List;
import java.util.Locale;

/** Hidden measurements beside their predictions, as an SVG picture on logarithmic axes; values outside their 90 % interval are red. */
public final class PredictionFigure {
    private static final double SIZE = 520;
    private static final double EDGE = 60;
    private static final int FIRST_DECADE = 1;
    private static final int LAST_DECADE = 6;

    private final StringBuilder svg = new StringBuilder();

    private PredictionFigure() {}

    /** The picture's text. */
    public static String of(List<HiddenFacts.Row> rows) {
        var it = new PredictionFigure();
        it.line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" font-family=\"sans-serif\" font-size=\"12\">",
                SIZE, SIZE);
        it.line("<rect width=\"%.0f\" height=\"%.0f\" fill=\"white\"/>", SIZE, SIZE);
        for (int decade = FIRST_DECADE; decade <= LAST_DECADE; decade++) {
            double at = x(Math.pow(10, decade));
            it.line(
                    "<path d=\"M%.1f %.1fV%.1fM%.1f %.1fH%.1f\" stroke=\"#ddd\"/>",
                    at, EDGE / 2, SIZE - EDGE, EDGE, SIZE - at, SIZE - EDGE / 2);
            it.line("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">1e%d</text>", at, SIZE - EDGE + 18, decade);
            it.line("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">1e%d</text>", EDGE - 6, SIZE - at + 4, decade);
        }
        double low = x(Math.pow(10, FIRST_DECADE));
        double high = x(Math.pow(10, LAST_DECADE));
        it.line("<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"black\"/>", low, SIZE - low, high, SIZE - high);
        rows.forEach(it::row);
        it.line(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">measured, hidden (cells per mm3, with the floor of 20)</text>",
                SIZE / 2, SIZE - 14);
        it.line(
                "<text transform=\"translate(16 %.1f) rotate(-90)\" text-anchor=\"middle\">predicted by the web, 90 %% interval</text>",
                SIZE / 2);
        it.line("</svg>");
        return it.svg.toString();
    }

    private void row(HiddenFacts.Row row) {
        double x = x(row.measured());
        var p = row.predicted();
        var colour = p.holds(row.measured()) ? "#3b6ea5" : "#c0392b";
        line(
                "<path d=\"M%.1f %.1fV%.1f\" stroke=\"%s\" stroke-opacity=\".12\"/><circle cx=\"%.1f\" cy=\"%.1f\" r=\"1.6\" fill=\"%s\"/>",
                x, SIZE - x(p.low()), SIZE - x(p.high()), colour, x, SIZE - x(p.value()), colour);
    }

    private static double x(double value) {
        double decades = Math.clamp(Math.log10(value), FIRST_DECADE, LAST_DECADE) - FIRST_DECADE;
        return EDGE + decades / (LAST_DECADE - FIRST_DECADE) * (SIZE - 1.5 * EDGE);
    }

    private void line(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
