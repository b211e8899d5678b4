package io.brainwright.connectome.model.wiring;

import io.brainwright.connectome.model.apposition.Contact;
import io.brainwright.connectome.model.apposition.NearestGap;
import io.brainwright.connectome.model.pruning.Fate;
import io.brainwright.connectome.model.pruning.ReduceAndCut;
import io.brainwright.connectome.model.tissue.Neurites;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.connectome.model.tissue.Segments;
import java.util.ArrayList;
import java.util.List;

/**
 * Every apposition of one pair with its fate, computed anew: all draws are keyed by the pair, so they fall as they fell in the build.
 *
 * @param appositions in the order along the axon in which they were found
 * @param nearestGap_um smallest distance of the surfaces of axon and target; NaN where the source has no axon, or seeks an initial segment that
 *     the target lacks
 * @param reach_um gap below which they touch
 * @param leastPath_um path along the axon below which no bouton lies
 */
public record PairHistory(List<Judged> appositions, double nearestGap_um, double reach_um, double leastPath_um) {
    /**
     * One apposition.
     *
     * @param contact where
     * @param fate what became of it
     */
    public record Judged(Contact contact, AppositionFate fate) {}

    public PairHistory {
        appositions = List.copyOf(appositions);
    }

    /**
     * @param steps reduce and cut of the pathway
     * @param activeFraction its chance to pass the third step
     * @param seed seed of the build
     */
    public static PairHistory of(
            PlacedCell source,
            PlacedCell target,
            TouchRules rules,
            ReduceAndCut steps,
            double activeFraction,
            long seed) {
        var judged = new ArrayList<Judged>();
        new TouchingPairs(List.of(target), rules, seed).sorted(source, sorted -> {
            var pair = sorted.pair();
            var fate = Fate.decide(pair.contacts().size(), steps, activeFraction, seed, pair.connection());
            int next = 0;
            for (var found : sorted.found()) {
                boolean allowed = found.fate() == AppositionFate.SYNAPSE;
                judged.add(allowed ? new Judged(found.contact(), pruned(fate, next)) : found);
                next += allowed ? 1 : 0;
            }
        });
        return new PairHistory(
                judged,
                nearest_um(source, target, rules),
                rules.reach_um(source.type(), target.type()),
                rules.leastPath_um(target.type()));
    }

    /** How many appositions met one fate. */
    public int count(AppositionFate fate) {
        return (int) appositions.stream().filter(a -> a.fate() == fate).count();
    }

    /** How many the touch rules allowed, so that pruning decided over them. */
    public int allowed() {
        return appositions.size() - count(AppositionFate.NEAR_SOMA) - count(AppositionFate.PART);
    }

    private static AppositionFate pruned(Fate fate, int i) {
        if (fate.kept().get(i)) {
            return AppositionFate.SYNAPSE;
        }
        if (fate.survivors().get(i)) {
            return fate.byCut() > 0 ? AppositionFate.CUT : AppositionFate.ACTIVATION;
        }
        return AppositionFate.REDUCTION;
    }

    private static double nearest_um(PlacedCell source, PlacedCell target, TouchRules rules) {
        var axon = new Segments();
        Neurites.addAxon(source, 0, axon);
        var targets = new Segments();
        rules.addTargets(rules.seeksInitialSegments(source.type()), target, 0, targets);
        return NearestGap.between_um(axon, targets);
    }
}
