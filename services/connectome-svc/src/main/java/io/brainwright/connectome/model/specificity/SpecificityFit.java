package io.brainwright.connectome.model.specificity;

import io.brainwright.connectome.model.pruning.DensityKept;
import io.brainwright.connectome.model.pruning.Fate;
import io.brainwright.connectome.model.pruning.Pathway;
import io.brainwright.connectome.model.pruning.PathwayPruning;
import io.brainwright.connectome.model.pruning.PathwayStatistics;
import io.brainwright.connectome.model.pruning.PruningRecipe;
import io.brainwright.connectome.model.pruning.Prunings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Fits the weights of landings so that the synapses that pruning leaves have the wanted shares.
 *
 * <p>Begins with the weights that bring the appositions to these shares. Pruning keeps rather the pairs of many appositions, so what
 * stays has others; then, some times over:
 *
 * <pre>{@code
 *   w(landing)  <-  w(landing) sqrt(wanted share / share of the synapses that stay),   the largest put to 1
 * }</pre>
 *
 * with the fates of the pilot pairs themselves, all draws keyed by pair. The pruning of the chosen appositions follows from their own
 * counts ({@link DensityKept}).
 */
public final class SpecificityFit {
    /** chosen: shares then lie within a percent. */
    private static final int ROUNDS = 8;

    private final PruningRecipe recipe;
    private final PathwayStatistics before;
    private final double proximal_um;
    private final long seed;
    private final Map<TargetingClass, List<Pair>> pairs = new LinkedHashMap<>();

    /**
     * A pair of a class with the appositions that the touch rules allow.
     *
     * @param landings where they lie
     */
    public record Pair(Pathway pathway, long connection, List<Landing> landings) {
        public Pair {
            landings = List.copyOf(landings);
        }
    }

    /**
     * What comes out.
     *
     * @param specificity which appositions stay
     * @param prunings how they are pruned
     * @param reports one per class
     */
    public record Fitted(Specificity specificity, DensityKept prunings, List<Report> reports) {
        public Fitted {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Synapses of a class on the pilot cells by landing, by overlap alone and as it chooses.
     *
     * @param weights by landing
     */
    @SuppressWarnings("ArrayRecordComponent") // small; owned, never compared
    public record Report(TargetingClass targeting, double[] weights, double[] overlap, double[] chosen) {
        /** Share of a landing by overlap alone; NaN where the class makes no synapse. */
        public double overlapShare(Landing landing) {
            return share(overlap, landing);
        }

        /** Share of a landing as the class chooses. */
        public double chosenShare(Landing landing) {
            return share(chosen, landing);
        }

        private static double share(double[] of, Landing landing) {
            double all = 0;
            for (double one : of) {
                all += one;
            }
            return all == 0 ? Double.NaN : of[landing.ordinal()] / all;
        }
    }

    /** @param before counts of all appositions of all axons on the pilot cells */
    public SpecificityFit(
            PruningRecipe recipe,
            PathwayStatistics before,
            List<TargetingClass> classes,
            double proximal_um,
            long seed) {
        this.recipe = recipe;
        this.before = before;
        this.proximal_um = proximal_um;
        this.seed = seed;
        classes.forEach(c -> pairs.put(c, new ArrayList<>()));
    }

    /** Adds a pair of a pilot cell; those of other axons are passed over. */
    public void add(Pair pair) {
        pairs.forEach((targeting, all) -> {
            if (targeting.pre().matches(pair.pathway().pre())) {
                all.add(pair);
            }
        });
    }

    public Fitted fit() {
        var weights = new LinkedHashMap<TargetingClass, double[]>();
        pairs.forEach((targeting, all) -> weights.put(targeting, targeting.weights(appositions(all))));
        for (int round = 0; round < ROUNDS; round++) {
            var specificity = specificity(weights);
            var prunings = prunings(specificity);
            pairs.forEach((targeting, all) -> {
                if (!targeting.wanted().isEmpty()) {
                    better(targeting, of(weights, targeting), synapses(all, specificity, prunings));
                }
            });
        }
        var specificity = specificity(weights);
        var prunings = prunings(specificity);
        var reports = new ArrayList<Report>();
        pairs.forEach((targeting, all) -> reports.add(new Report(
                targeting,
                of(weights, targeting),
                synapses(all, Specificity.NONE, before),
                synapses(all, specificity, prunings))));
        return new Fitted(specificity, prunings, reports);
    }

    private static double[] of(Map<TargetingClass, double[]> weights, TargetingClass targeting) {
        return Objects.requireNonNull(weights.get(targeting), targeting.name());
    }

    private static double[] appositions(List<Pair> pairs) {
        double[] by = new double[Landing.count()];
        pairs.forEach(p -> p.landings().forEach(l -> by[l.ordinal()]++));
        return by;
    }

    private Specificity specificity(Map<TargetingClass, double[]> weights) {
        return new Specificity(
                weights.entrySet().stream()
                        .filter(e -> e.getKey().chooses())
                        .map(e -> new Specificity.Weighted(
                                e.getKey(), e.getValue().clone()))
                        .toList(),
                proximal_um,
                seed);
    }

    private DensityKept prunings(Specificity specificity) {
        var after = new PathwayStatistics(recipe);
        pairs.values()
                .forEach(all ->
                        all.forEach(pair -> specificity.of(pair.pathway().pre()).ifPresent(chosen -> {
                            int left = specificity
                                    .stay(chosen, pair.landings(), pair.connection())
                                    .cardinality();
                            if (left > 0) {
                                after.count(pair.pathway().pre(), pair.pathway().post(), left);
                            }
                        })));
        return new DensityKept(before, after);
    }

    private double[] synapses(List<Pair> pairs, Specificity specificity, Prunings prunings) {
        var known = new LinkedHashMap<Pathway, PathwayPruning>();
        double[] by = new double[Landing.count()];
        for (var pair : pairs) {
            var pruning = known.computeIfAbsent(pair.pathway(), prunings::pruning);
            var stay = specificity
                    .of(pair.pathway().pre())
                    .map(chosen -> specificity.stay(chosen, pair.landings(), pair.connection()))
                    .orElseGet(() -> all(pair.landings().size()));
            var fate =
                    Fate.decide(stay.cardinality(), pruning.steps(), pruning.activeFraction(), seed, pair.connection());
            int next = 0;
            for (int i = stay.nextSetBit(0); i >= 0; i = stay.nextSetBit(i + 1)) {
                if (fate.kept().get(next++)) {
                    by[pair.landings().get(i).ordinal()]++;
                }
            }
        }
        return by;
    }

    private static BitSet all(int count) {
        var all = new BitSet(count);
        all.set(0, count);
        return all;
    }

    private static void better(TargetingClass targeting, double[] weights, double[] found) {
        double[] ratio = targeting.ratios(found);
        double largest = 0;
        for (int l = 0; l < weights.length; l++) {
            // nothing found of a landing that has appositions: twice as many
            weights[l] *= ratio[l] == 0 ? 2 : Math.sqrt(ratio[l]);
            largest = Math.max(largest, weights[l]);
        }
        for (int l = 0; l < weights.length; l++) {
            weights[l] /= largest == 0 ? 1 : largest;
        }
    }
}
