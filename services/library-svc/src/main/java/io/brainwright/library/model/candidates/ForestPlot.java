package io.brainwright.library.model.candidates;

import java.util.Locale;

/** Values side by side on one axis, each with its spread, in letters: {@code |----o----|}. */
public final class ForestPlot {
    private static final int WIDTH = 40;

    private ForestPlot() {}

    /** A conflict as lines: where from, the value, its place on the axis. */
    public static String of(Contradictions.Conflict conflict) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (var candidate : conflict.candidates()) {
            double sd = Contradictions.sd(candidate.value()).orElse(0.0);
            low = Math.min(low, number(candidate) - sd);
            high = Math.max(high, number(candidate) + sd);
        }
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s (%s), %s: %.1f standard deviations apart%n",
                conflict.parameter(),
                conflict.unit(),
                conflict.tissue().isEmpty() ? "tissue not named" : conflict.tissue(),
                conflict.apart_sd()));
        for (var candidate : conflict.candidates()) {
            text.append(line(candidate, low, high)).append('\n');
        }
        return text.append(String.format(Locale.ROOT, "%50s%-10.4g%31.4g%n", "", low, high))
                .toString();
    }

    private static String line(Candidate candidate, double low, double high) {
        double sd = Contradictions.sd(candidate.value()).orElse(0.0);
        var axis = new StringBuilder(" ".repeat(WIDTH + 1));
        int from = at(number(candidate) - sd, low, high);
        int to = at(number(candidate) + sd, low, high);
        for (int i = from; i <= to; i++) {
            axis.setCharAt(i, i == from || i == to ? '|' : '-');
        }
        axis.setCharAt(at(number(candidate), low, high), 'o');
        var name = candidate.name().length() > 24 ? candidate.name().substring(0, 23) + "…" : candidate.name();
        var spread = sd > 0 ? String.format(Locale.ROOT, " ± %.3g", sd) : "";
        return String.format(
                Locale.ROOT,
                "  %-24s %.8s %-14s %s",
                name,
                candidate.id(),
                "%.4g".formatted(number(candidate)) + spread,
                axis);
    }

    private static int at(double value, double low, double high) {
        return high == low ? WIDTH / 2 : (int) Math.round((value - low) / (high - low) * WIDTH);
    }

    private static double number(Candidate candidate) {
        return java.util.Objects.requireNonNull(candidate.value().value(), "value");
    }
}
