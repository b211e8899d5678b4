package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import tools.jackson.databind.JsonNode;

/** How far found values are from expected ones, by the kinds of the format. */
final class Errors {
    private Errors() {}

    /**
     * @param check kind and the samples it looks at (from_ms, to_ms, exclude_ms)
     * @param t_ms time of each sample, or its key
     */
    static double of(JsonNode check, double[] t_ms, double[] found, double[] expected) {
        double worst = 0;
        double sumSquares = 0;
        double peak = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double worstRelative = 0;
        int n = 0;
        for (int i = 0; i < t_ms.length; i++) {
            if (!looksAt(check, t_ms[i])) {
                continue;
            }
            boolean bothAbsent = Double.isNaN(found[i]) && Double.isNaN(expected[i]);
            double error = bothAbsent ? 0 : Math.abs(found[i] - expected[i]);
            if (Double.isNaN(error)) {
                return Double.NaN;
            }
            worst = Math.max(worst, error);
            sumSquares += error * error;
            peak = Math.max(peak, Math.abs(expected[i]));
            low = Math.min(low, expected[i]);
            high = Math.max(high, expected[i]);
            worstRelative = Math.max(worstRelative, error == 0 ? 0 : error / Math.abs(expected[i]));
            n++;
        }
        if (n == 0) {
            return Double.NaN;
        }
        double rms = Math.sqrt(sumSquares / n);
        return switch (check.path("kind").asString()) {
            case "max_abs" -> worst;
            case "rms_abs" -> rms;
            case "max_rel" -> worstRelative;
            case "max_rel_peak" -> worst / peak;
            case "rms_rel_range" -> rms / (high - low);
            default -> throw new NotSupported("check " + check.path("kind").asString());
        };
    }

    private static boolean looksAt(JsonNode check, double t_ms) {
        if (t_ms < check.path("from_ms").asDouble(Double.NEGATIVE_INFINITY)
                || t_ms > check.path("to_ms").asDouble(Double.POSITIVE_INFINITY)) {
            return false;
        }
        for (var span : check.path("exclude_ms")) {
            if (t_ms > span.get(0).asDouble() && t_ms < span.get(1).asDouble()) {
                return false;
            }
        }
        return true;
    }

    /** Largest relative error among the sums of groups. */
    static double ofGroupSums(double[] group, double[] found, double[] expected) {
        var sums = new java.util.TreeMap<Double, double[]>();
        for (int i = 0; i < group.length; i++) {
            var sum = sums.computeIfAbsent(group[i], _ -> new double[2]);
            sum[0] += found[i];
            sum[1] += expected[i];
        }
        return sums.values().stream()
                .mapToDouble(s -> Math.abs(s[0] / s[1] - 1))
                .max()
                .orElse(Double.NaN);
    }

    /** Error of a list of spike times: "count", "times" (ms), "mean_interval_rel". */
    static double ofSpikes(JsonNode check, double[] found, double[] expected) {
        return switch (check.path("kind").asString()) {
            case "count" -> Math.abs(found.length - expected.length);
            case "times" -> ofTimes(check.path("first").asInt(0), found, expected);
            case "mean_interval_rel" -> Math.abs(meanInterval(found) / meanInterval(expected) - 1);
            default -> throw new NotSupported("check " + check.path("kind").asString());
        };
    }

    private static double ofTimes(int first, double[] found, double[] expected) {
        int n = first > 0 ? Math.min(first, expected.length) : expected.length;
        if (first > 0 ? found.length < n : found.length != n) {
            return Double.NaN;
        }
        double worst = 0;
        for (int i = 0; i < n; i++) {
            worst = Math.max(worst, Math.abs(found[i] - expected[i]));
        }
        return worst;
    }

    private static double meanInterval(double[] times) {
        return times.length < 2 ? Double.NaN : (times[times.length - 1] - times[0]) / (times.length - 1);
    }
}
