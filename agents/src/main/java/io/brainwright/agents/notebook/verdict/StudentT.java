package io.brainwright.agents.notebook.verdict;

/** The 97.5 % quantile of Student's t, which makes a two-sided interval of 95 %. */
final class StudentT {
    /** For 1 to 10 degrees of freedom; the expansion below is off by more than 0.1 % there. */
    private static final double[] FEW = {12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281
    };

    /** 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private StudentT() {}

    /**
     * Between whole degrees of freedom below 10 the value is interpolated; from 10 on the quantile is expanded in 1/ν about the
     * normal one.
     *
     * <pre>{@code
     *   t = z + (z³ + z)/(4ν) + (5z⁵ + 16z³ + 3z)/(96ν²) + (3z⁷ + 19z⁵ + 17z³ - 15z)/(384ν³)
     * }</pre>
     *
     * @param freedom ν, at least 1
     * @see <a href="https://personal.math.ubc.ca/~cbm/aands/page_949.htm">Abramowitz and Stegun 1964, 26.7.5</a>
     */
    static double quantile975(double freedom) {
        assert freedom >= 1 : "freedom=" + freedom;
        if (freedom < FEW.length) {
            int below = (int) freedom;
            double share = freedom - below;
            return FEW[below - 1] * (1 - share) + FEW[below] * share;
        }
        double z3 = Z * Z * Z;
        double z5 = z3 * Z * Z;
        double z7 = z5 * Z * Z;
        return Z
                + (z3 + Z) / (4 * freedom)
                + (5 * z5 + 16 * z3 + 3 * Z) / (96 * freedom * freedom)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * freedom * freedom * freedom);
    }
}
