package io.brainwright.neuro.topology;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Arrays;
import java.util.Map;

/**
 * The persistence image of a population's bars: their density over (tip, fork), smoothed by a Gaussian, its greatest value 1.
 *
 * <pre>{@code
 *   I(t, f) = Σ exp(-½ d' (s² C)⁻¹ d) / max      d = (t, f) - (tip, fork) of a bar
 *   s = n^(-1/6)                                 Scott's factor of n bars in two dimensions
 *   C                                            covariance of tips and forks, divisor n - 1
 * }</pre>
 *
 * The grid has 100 x 100 points, ends included, over a {@link Window} that images to be compared share: TMD's {@code persistence_image_data}.
 *
 * @see <a href="https://doi.org/10.1007/s12021-017-9341-1">Kanari et al. 2018, Neuroinformatics</a>
 * @see <a href="https://doi.org/10.1002/9780470316849">Scott 1992, Multivariate Density Estimation</a>
 */
public final class PersistenceImage {
    /** Points along each side. */
    public static final int GRID = 100;

    /** chosen: 13 standard deviations away nothing adds to a sum of which one bar alone gives 1e-6 or more. */
    private static final double NOTHING = 1e-40;

    private final Window window;
    private final double[] value;

    /**
     * What an image shows, um.
     *
     * @param tipFrom_um left end
     * @param tipTo_um right end
     * @param forkFrom_um lower end
     * @param forkTo_um upper end
     */
    public record Window(double tipFrom_um, double tipTo_um, double forkFrom_um, double forkTo_um) {
        /** The least one that holds all bars of all populations. */
        public static Window around(Bars... populations) {
            var tips = Arrays.stream(populations)
                    .flatMapToDouble(b -> Arrays.stream(b.tip_um()))
                    .summaryStatistics();
            var forks = Arrays.stream(populations)
                    .flatMapToDouble(b -> Arrays.stream(b.fork_um()))
                    .summaryStatistics();
            return new Window(tips.getMin(), tips.getMax(), forks.getMin(), forks.getMax());
        }

        double tip_um(int i) {
            return tipFrom_um + i * (tipTo_um - tipFrom_um) / (GRID - 1);
        }

        double forkStep_um() {
            return (forkTo_um - forkFrom_um) / (GRID - 1);
        }
    }

    private PersistenceImage(Window window, double[] value) {
        this.window = window;
        this.value = value;
    }

    /** Whether bars spread over an area, so that they have an image: three that differ in tips and in forks, not all on one line. */
    public static boolean drawable(Bars bars) {
        return bars.size() > 2 && Spread.of(bars).determinant() > 0;
    }

    /**
     * The image of some bars.
     *
     * @throws Problem PRECONDITION where they do not spread over an area
     */
    public static PersistenceImage of(Bars bars, Window window) {
        if (!drawable(bars)) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "TOO_FEW_BARS",
                    "%d bars do not spread over an area, so they have no persistence image.".formatted(bars.size()),
                    "Take more cells, or cells whose trees fork.",
                    Map.of("bars", String.valueOf(bars.size())));
        }
        var spread = Spread.of(bars);
        var sum = new double[GRID * GRID];
        for (int b = 0; b < bars.size(); b++) {
            for (int i = 0; i < GRID; i++) {
                add(sum, i * GRID, spread, window.tip_um(i) - bars.tip_um()[b], window, bars.fork_um()[b]);
            }
        }
        double most = Arrays.stream(sum).max().orElseThrow();
        for (int k = 0; k < sum.length; k++) {
            sum[k] /= most;
        }
        return new PersistenceImage(window, sum);
    }

    /**
     * Adds one bar to the points of one tip: from the nearest to its crest outwards, each by its ratio to the one before, since the logarithm is a
     * parabola along the forks.
     */
    private static void add(double[] sum, int row, Spread s, double dt, Window window, double fork_um) {
        double h = window.forkStep_um();
        double crest = fork_um - s.tf / s.ff * dt;
        int start = h == 0 ? 0 : (int) Math.clamp(Math.rint((crest - window.forkFrom_um) / h), 0, GRID - 1);
        double df = window.forkFrom_um + start * h - fork_um;
        double here = StrictMath.exp(-0.5 * (s.tt * dt * dt + 2 * s.tf * dt * df + s.ff * df * df));
        double slope = s.tf * dt * h + s.ff * df * h;
        double bend = StrictMath.exp(-s.ff * h * h);
        double half = StrictMath.exp(-0.5 * s.ff * h * h);
        double up = StrictMath.exp(-slope) * half;
        double value = here;
        for (int j = start; j < GRID && value > NOTHING; j++) {
            sum[row + j] += value;
            value *= up;
            up *= bend;
        }
        double down = StrictMath.exp(slope) * half;
        value = here * down;
        for (int j = start - 1; j >= 0 && value > NOTHING; j--) {
            sum[row + j] += value;
            down *= bend;
            value *= down;
        }
    }

    /** What it shows. */
    public Window window() {
        return window;
    }

    /** Density at the i-th tip and the j-th fork, from 0; the greatest is 1. */
    public double at(int tip, int fork) {
        return value[tip * GRID + fork];
    }

    /**
     * Mean |difference| of two images over all points, 0 to 1.
     *
     * @param other an image of the same window
     */
    public double meanDifference(PersistenceImage other) {
        requireSameWindow(other);
        double sum = 0;
        for (int k = 0; k < value.length; k++) {
            sum += Math.abs(value[k] - other.value[k]);
        }
        return sum / value.length;
    }

    /**
     * Total variation of the two densities, each made to sum to 1: half the sum of |difference|, 0 (equal) to 1 (apart).
     *
     * @param other an image of the same window
     */
    public double totalVariation(PersistenceImage other) {
        requireSameWindow(other);
        double mine = Arrays.stream(value).sum();
        double others = Arrays.stream(other.value).sum();
        double sum = 0;
        for (int k = 0; k < value.length; k++) {
            sum += Math.abs(value[k] / mine - other.value[k] / others);
        }
        return sum / 2;
    }

    private void requireSameWindow(PersistenceImage other) {
        assert window.equals(other.window) : window + " and " + other.window;
    }

    /**
     * Inverse of the kernel's covariance.
     *
     * @param determinant of the bars' correlation matrix: 0 where all lie on one line
     */
    private record Spread(double tt, double tf, double ff, double determinant) {
        /** chosen: what is left of one line by rounding. */
        private static final double ROUNDING = 1e-12;

        static Spread of(Bars bars) {
            int n = bars.size();
            double t = Arrays.stream(bars.tip_um()).average().orElse(0);
            double f = Arrays.stream(bars.fork_um()).average().orElse(0);
            double tt = 0;
            double tf = 0;
            double ff = 0;
            for (int b = 0; b < n; b++) {
                double dt = bars.tip_um()[b] - t;
                double df = bars.fork_um()[b] - f;
                tt += dt * dt;
                tf += dt * df;
                ff += df * df;
            }
            double area = tt * ff - tf * tf;
            if (!(area > ROUNDING * tt * ff)) {
                return new Spread(0, 0, 0, 0);
            }
            double scott = StrictMath.pow(n, -1.0 / 6);
            double scale = (n - 1) / (scott * scott * area);
            return new Spread(ff * scale, -tf * scale, tt * scale, area / (tt * ff));
        }
    }
}
