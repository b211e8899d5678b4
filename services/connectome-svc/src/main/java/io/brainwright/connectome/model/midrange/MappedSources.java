package io.brainwright.connectome.model.midrange;

import io.brainwright.neuro.random.Draws;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The cells that project to a region, where their axons arrive on its flat map; says which of them makes a synapse.
 *
 * <pre>{@code
 *   P(cell) ~ exp(-d² / (2 σ²))      over the nearest cells; d from the synapse to the cell's image
 * }</pre>
 */
public final class MappedSources {
    private final long[] nodeIds;
    private final double[] u_um;
    private final double[] v_um;
    private final double sigma_um;
    private final int most;

    /**
     * @param nodeIds the cells; this object owns the arrays
     * @param u_um of the image of each
     * @param v_um of the image of each
     * @param sigma_um σ
     * @param most how many of the nearest are looked at
     */
    public MappedSources(long[] nodeIds, double[] u_um, double[] v_um, double sigma_um, int most) {
        assert sigma_um > 0 : "sigma_um=" + sigma_um;
        this.nodeIds = nodeIds;
        this.u_um = u_um;
        this.v_um = v_um;
        this.sigma_um = sigma_um;
        this.most = most;
    }

    public int size() {
        return nodeIds.length;
    }

    /** Whether a place lies within σ of an image. */
    public boolean reaches(double u, double v) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < nodeIds.length; i++) {
            nearest = Math.min(nearest, square(i, u, v));
        }
        return nearest <= sigma_um * sigma_um;
    }

    /** The cell that makes a synapse at a place that is reached. */
    public long pick(double u, double v, Draws draws) {
        int[] near = IntStream.range(0, nodeIds.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> square(i, u, v))
                        .thenComparingLong(i -> nodeIds[i]))
                .limit(most)
                .mapToInt(i -> i)
                .toArray();
        double[] weights = Arrays.stream(near)
                .mapToDouble(i -> StrictMath.exp(-square(i, u, v) / (2 * sigma_um * sigma_um)))
                .toArray();
        return nodeIds[near[draws.choose(weights)]];
    }

    private double square(int i, double u, double v) {
        double du = u_um[i] - u;
        double dv = v_um[i] - v;
        return du * du + dv * dv;
    }
}
