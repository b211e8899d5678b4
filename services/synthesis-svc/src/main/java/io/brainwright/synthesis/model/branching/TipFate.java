package io.brainwright.synthesis.model.branching;

/** Whether a tip acts on the next mark of its bar. */
public final class TipFate {
    private TipFate() {}

    /**
     * Chance that a tip acts on its bar's next mark (fork or end) at this step.
     *
     * <pre>{@code
     *   P(d) = exp(-(m - d) / λ)   d < m
     *   P(d) = 1                   d ≥ m
     * }</pre>
     *
     * @param travelled_um d, path length from the tree's start to the tip
     * @param mark_um m, path length at which the bar says fork or end
     * @param blur_um λ, positive
     * @return probability in [0, 1]
     * @see <a href="https://doi.org/10.1016/j.celrep.2022.110586">Kanari et al. 2022, Cell Reports</a>
     */
    public static double actProbability(double travelled_um, double mark_um, double blur_um) {
        assert blur_um > 0 : "blur_um=" + blur_um;
        return travelled_um >= mark_um ? 1 : StrictMath.exp((travelled_um - mark_um) / blur_um);
    }
}
