package io.brainwright.render.model.world;

import java.util.HashMap;
import java.util.Map;

/** Spikes by rising time. */
public final class SpikeTrain {
    private final double[] times_ms;
    private final long[] nodes;
    private final Map<Long, double[]> byNode = new HashMap<>();

    /** Two columns of equal length, sorted by time. */
    public SpikeTrain(double[] times_ms, long[] nodes) {
        this.times_ms = times_ms.clone();
        this.nodes = nodes.clone();
        for (int i = 0; i < nodes.length; i++) {
            double[] before = byNode.getOrDefault(nodes[i], new double[0]);
            double[] longer = java.util.Arrays.copyOf(before, before.length + 1);
            longer[before.length] = times_ms[i];
            byNode.put(nodes[i], longer);
        }
    }

    public int count() {
        return times_ms.length;
    }

    public double time_ms(int spike) {
        return times_ms[spike];
    }

    public long node(int spike) {
        return nodes[spike];
    }

    /** How long ago a cell fired last, ms; infinite where it did not. */
    public double since_ms(long node, double t_ms) {
        double[] own = byNode.get(node);
        if (own == null) {
            return Double.POSITIVE_INFINITY;
        }
        double last = Double.NEGATIVE_INFINITY;
        for (double s : own) {
            if (s <= t_ms) {
                last = s;
            }
        }
        return t_ms - last;
    }
}
