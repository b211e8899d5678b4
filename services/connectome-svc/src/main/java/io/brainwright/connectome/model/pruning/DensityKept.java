package io.brainwright.connectome.model.pruning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Prunes the appositions that axons chose so that each m-type makes as many synapses as from all of its appositions.
 *
 * <pre>{@code
 *   B = sum over pathways of the m-type of  appositions  min(r, kept share)            before choosing
 *   S = sum over pathways of the m-type of  chosen appositions  min(φ r, kept share)   after it;   φ so that S = B
 * }</pre>
 *
 * Where even φ without bound leaves S below B, the first two steps are eased as little as it takes ({@link Effort}). Axons that
 * do not choose are pruned as without this.
 */
public final class DensityKept implements Prunings {
    private static final int HALVINGS = 40;
    /** So many boutons that appositions alone limit. */
    private static final double UNBOUNDED = 1e9;

    private final PathwayStatistics before;
    private final PathwayStatistics after;
    private final Map<String, Effort> efforts = new TreeMap<>();

    /**
     * @param before counts of all appositions of all axons
     * @param after counts of the chosen appositions, of axons that choose
     */
    public DensityKept(PathwayStatistics before, PathwayStatistics after) {
        this.before = before;
        this.after = after;
        after.counted().keySet().stream()
                .map(p -> p.pre().mtype())
                .distinct()
                .forEach(mtype -> efforts.put(mtype, effort(mtype)));
    }

    @Override
    public PathwayPruning pruning(Pathway pathway) {
        var effort = efforts.get(pathway.pre().mtype());
        return effort == null ? before.pruning(pathway) : after.pruning(pathway, effort);
    }

    @Override
    public List<PathwayPruning> all() {
        return before.counted().keySet().stream().map(this::pruning).toList();
    }

    /** Synapses to expect of an m-type's axons, on the cells that were counted. */
    public double synapses(String mtype) {
        var effort = efforts.get(mtype);
        return effort == null
                ? synapsesBefore(mtype)
                : limits(after, mtype, effort.ease()).synapses(effort.boutons());
    }

    /** The same before the axons chose. */
    public double synapsesBefore(String mtype) {
        return limits(before, mtype, 0).synapses(1);
    }

    private Effort effort(String mtype) {
        double wanted = synapsesBefore(mtype);
        var limits = limits(after, mtype, 0);
        if (limits.synapses(UNBOUNDED) < wanted) {
            return new Effort(UNBOUNDED, solve(e -> limits(after, mtype, e).synapses(UNBOUNDED), wanted, 1));
        }
        return new Effort(solve(limits::synapses, wanted, limits.largest()), 0);
    }

    private static double solve(DoubleUnaryOperator rising, double wanted, double most) {
        double low = 0;
        double high = most;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            boolean enough = rising.applyAsDouble(middle) >= wanted;
            low = enough ? low : middle;
            high = enough ? middle : high;
        }
        return high;
    }

    private static Limits limits(PathwayStatistics statistics, String mtype, double ease) {
        var of = statistics.counted().entrySet().stream()
                .filter(e -> e.getKey().pre().mtype().equals(mtype))
                .toList();
        double[] appositions = new double[of.size()];
        double[] wanted = new double[of.size()];
        double[] reachable = new double[of.size()];
        for (int i = 0; i < of.size(); i++) {
            var pruning = statistics.pruning(of.get(i).getKey(), new Effort(1, ease));
            appositions[i] = of.get(i).getValue().appositionTotal();
            wanted[i] = pruning.rule().reduction();
            reachable[i] = pruning.expected().keptShare();
        }
        return new Limits(appositions, wanted, reachable);
    }

    /** Of each pathway of an m-type: appositions, the share of them that is wanted, and the share that can become synapses. */
    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Limits(double[] appositions, double[] wanted, double[] reachable) {
        double synapses(double boutons) {
            double sum = 0;
            for (int i = 0; i < appositions.length; i++) {
                sum += appositions[i] * Math.min(Math.min(1, boutons * wanted[i]), reachable[i]);
            }
            return sum;
        }

        /** φ from which on only appositions limit. */
        double largest() {
            double largest = 1;
            for (double r : wanted) {
                largest = Math.max(largest, 1 / r);
            }
            return largest;
        }
    }
}
