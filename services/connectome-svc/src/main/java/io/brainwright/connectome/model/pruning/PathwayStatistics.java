package io.brainwright.connectome.model.pruning;

import io.brainwright.connectome.model.tissue.CellType;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Appositions per connected pair by pathway, counted once for the whole circuit, and the pruning that follows.
 *
 * <p>A pathway with too few pairs borrows the statistics of a wider group: the axon's family onto the target's class, then class
 * onto class, then all pairs. Filled by one thread, then only read.
 */
public final class PathwayStatistics implements Prunings {
    private static final Comparator<Pathway> BY_NAME = Comparator.comparing(
                    (Pathway p) -> p.pre().mtype())
            .thenComparing(p -> p.post().mtype())
            .thenComparing(p -> p.pre().synapseClass())
            .thenComparing(p -> p.post().synapseClass());

    private final PruningRecipe recipe;
    private final Map<Pathway, PairCounts> byPathway = new TreeMap<>(BY_NAME);
    private final Map<String, PairCounts> byGroup = new HashMap<>();

    public PathwayStatistics(PruningRecipe recipe) {
        this.recipe = recipe;
    }

    /** Counts one connected pair. */
    public void count(CellType pre, CellType post, int appositions) {
        byPathway.computeIfAbsent(new Pathway(pre, post), _ -> new PairCounts()).add(appositions, 1);
        for (var group : groups(pre, post)) {
            byGroup.computeIfAbsent(group, _ -> new PairCounts()).add(appositions, 1);
        }
    }

    @Override
    public List<PathwayPruning> all() {
        return byPathway.keySet().stream().map(this::pruning).toList();
    }

    /** Pruning of one pathway; where nothing at all was counted, of pairs with a single apposition. */
    @Override
    public PathwayPruning pruning(Pathway pathway) {
        return pruning(pathway, Effort.AS_THE_RECIPE);
    }

    /** The same where more or fewer boutons are wanted of the axon. */
    PathwayPruning pruning(Pathway pathway, Effort effort) {
        var own = byPathway.get(pathway);
        if (own != null && own.pairTotal() >= recipe.leastPairs()) {
            return of(pathway, "m-types", own, effort);
        }
        for (var group : groups(pathway.pre(), pathway.post())) {
            var counts = byGroup.get(group);
            if (counts != null && counts.pairTotal() >= recipe.leastPairs()) {
                return of(pathway, group, counts, effort);
            }
        }
        var everything = byGroup.get("all pairs");
        return of(pathway, "all pairs", everything != null ? everything : singleApposition(), effort);
    }

    private PathwayPruning of(Pathway pathway, String pooledOver, PairCounts counts, Effort effort) {
        var rule = effort.raised(recipe.rule(pathway, counts.mean()));
        var steps = effort.eased(ReduceAndCut.of(rule, counts.mean()));
        var expected = Outcome.of(counts, steps);
        double active = expected.keptShare() == 0 ? 1 : Math.min(1, rule.reduction() / expected.keptShare());
        return new PathwayPruning(pathway, pooledOver, counts, rule, steps, expected, active);
    }

    /** The pathways that were counted, with the appositions of each. */
    Map<Pathway, PairCounts> counted() {
        return Collections.unmodifiableMap(byPathway);
    }

    private static List<String> groups(CellType pre, CellType post) {
        return List.of(
                pre.family() + " to " + post.synapseClass(),
                pre.synapseClass() + " cells to " + post.synapseClass(),
                "all pairs");
    }

    private static PairCounts singleApposition() {
        var counts = new PairCounts();
        counts.add(1, 1);
        return counts;
    }
}
