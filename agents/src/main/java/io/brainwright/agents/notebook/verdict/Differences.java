package io.brainwright.agents.notebook.verdict;

import io.brainwright.agents.notebook.verdict.Verdict.Effect;
import org.jspecify.annotations.Nullable;

/**
 * The size of a difference between two samples.
 *
 * <pre>{@code
 *   d  = (x̄ - ȳ) / s_pooled          s_pooled² = ((n-1)s² + (m-1)t²) / (n+m-2)
 *   95 % interval of x̄ - ȳ           ± t(0.975, ν) · sqrt(s²/n + t²/m), ν after Welch and Satterthwaite
 * }</pre>
 *
 * Against a value that was given, s_pooled = s and ν = n - 1.
 *
 * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch 1947, Biometrika</a>
 */
final class Differences {
    private Differences() {}

    static Effect of(String setting, Sample left, Sample right) {
        double difference = left.mean() - right.mean();
        var error = standardError(left, right);
        double half = error == null ? 0 : StudentT.quantile975(freedom(left, right)) * error;
        return new Effect(
                setting,
                left,
                right,
                difference,
                right.mean() == 0 ? null : left.mean() / right.mean(),
                cohensD(left, right, difference),
                error == null ? null : difference - half,
                error == null ? null : difference + half);
    }

    private static @Nullable Double cohensD(Sample left, Sample right, double difference) {
        if (standardError(left, right) == null) {
            return null;
        }
        double pooled = right.n() == 0
                ? variance(left)
                : ((left.n() - 1) * variance(left) + (right.n() - 1) * variance(right)) / (left.n() + right.n() - 2);
        return pooled == 0 ? null : difference / Math.sqrt(pooled);
    }

    /** Null where a side that was measured has no spread. */
    private static @Nullable Double standardError(Sample left, Sample right) {
        boolean given = right.n() == 0;
        if (left.sd() == null || left.n() < 2 || (!given && (right.sd() == null || right.n() < 2))) {
            return null;
        }
        return Math.sqrt(variance(left) / left.n() + (given ? 0 : variance(right) / right.n()));
    }

    private static double freedom(Sample left, Sample right) {
        double a = variance(left) / left.n();
        if (right.n() == 0) {
            return left.n() - 1.0;
        }
        double b = variance(right) / right.n();
        if (a + b == 0) {
            return left.n() + right.n() - 2.0;
        }
        return Math.max(1, (a + b) * (a + b) / (a * a / (left.n() - 1) + b * b / (right.n() - 1)));
    }

    private static double variance(Sample sample) {
        var sd = sample.sd();
        return sd == null ? 0 : sd * sd;
    }
}
