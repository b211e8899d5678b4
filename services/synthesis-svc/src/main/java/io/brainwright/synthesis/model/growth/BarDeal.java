package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Deals the bars of reconstructed trees anew: as many trees, each with bars of several, so that all together look like the reconstructions and
 * none is one of them.
 *
 * <p>Trees stand by size s (tip of bar 0). Every bar but bar 0 is a card, measured in sizes of its tree; cards are shuffled within about a quarter
 * of the ranks and dealt in order, each once. A tree gets as many as its own reconstruction has, within {@value #COUNT_CV}. Sizes are a smoothed
 * bootstrap that keeps mean and variance (Silverman 1986, Density Estimation, section 6.4):
 *
 * <pre>{@code
 *   ln s' = μ + (ln s - μ + h σ ε) / √(1 + h²),   h = 0.2,  ε ~ N(0, 1)
 * }</pre>
 *
 * Values chosen on halves of the L5_TPC:A cells other than the reported ones: benchmarks/results/anatomy.md.
 */
final class BarDeal {
    private static final double WINDOW = 0.25;
    private static final double SIZE_H = 0.2;
    private static final double BAR_CV = 0.05;
    private static final double COUNT_CV = 0.1;
    /** chosen: trees of a fit too small to tell, or of one size, still differ by this much. */
    private static final double LEAST_SIGMA = 0.1;

    private final List<Tree> trees;
    private final Draws draws;
    private final List<Integer> bySize = new ArrayList<>();

    private record Card(Tree of, int bar, double key) {}

    private BarDeal(List<Tree> trees, Draws draws) {
        this.trees = trees;
        this.draws = draws;
        for (int t = 0; t < trees.size(); t++) {
            bySize.add(t);
        }
        bySize.sort(Comparator.comparingDouble(t -> size_um(trees.get(t))));
    }

    /** As many trees as were fitted, in their order; equal draws give equal trees. */
    static List<Tree> of(List<Tree> trees, Draws draws) {
        return trees.isEmpty() ? trees : new BarDeal(trees, draws).dealt();
    }

    private List<Tree> dealt() {
        var cards = cards();
        int[] ends = ends(cards.size());
        double[] sizes_um = sizes_um();
        var out = new Tree[trees.size()];
        for (int rank = 0; rank < out.length; rank++) {
            int t = bySize.get(rank);
            out[t] = tree(trees.get(t), sizes_um[rank], cards.subList(rank == 0 ? 0 : ends[rank - 1], ends[rank]));
        }
        return List.of(out);
    }

    private List<Card> cards() {
        var cards = new ArrayList<Card>();
        for (int rank = 0; rank < trees.size(); rank++) {
            var tree = trees.get(bySize.get(rank));
            for (int b = 1; b < tree.bars().size(); b++) {
                cards.add(new Card(tree, b, rank + draws.normal(0, WINDOW * trees.size())));
            }
        }
        cards.sort(Comparator.comparingDouble(Card::key));
        return cards;
    }

    /** Where each tree's hand ends, by rank. */
    private int[] ends(int cards) {
        var sum = new double[trees.size()];
        double all = 0;
        for (int rank = 0; rank < sum.length; rank++) {
            int own = trees.get(bySize.get(rank)).bars().size() - 1;
            all += own * StrictMath.exp(draws.normal(0, COUNT_CV));
            sum[rank] = all;
        }
        var ends = new int[sum.length];
        for (int rank = 0; rank < ends.length; rank++) {
            ends[rank] = cards == 0 ? 0 : (int) Math.round(sum[rank] * cards / all);
        }
        return ends;
    }

    private double[] sizes_um() {
        int n = trees.size();
        double mean = 0;
        double square = 0;
        for (var tree : trees) {
            double log = StrictMath.log(size_um(tree));
            mean += log / n;
            square += log * log / n;
        }
        double sigma = Math.max(LEAST_SIGMA, Math.sqrt(Math.max(0, square - mean * mean)));
        var out = new double[n];
        for (int rank = 0; rank < n; rank++) {
            double log = StrictMath.log(size_um(trees.get(bySize.get(rank))));
            double moved = log - mean + SIZE_H * sigma * draws.normal(0, 1);
            out[rank] = StrictMath.exp(mean + moved / Math.sqrt(1 + SIZE_H * SIZE_H));
        }
        return out;
    }

    private Tree tree(Tree own, double size_um, List<Card> hand) {
        var bars = new ArrayList<List<Float>>();
        for (var card : hand) {
            bars.add(bar(card, size_um));
        }
        bars.sort(Comparator.comparing(b -> b.get(1)));
        bars.addFirst(with(own.bars().getFirst(), size_um, 0));
        return new Tree(own.trunk_deg(), own.top_um() * size_um / size_um(own), bars);
    }

    /** A bar at its own place of another tree; what would outlive the trunk is moved down to it. */
    private List<Float> bar(Card card, double size_um) {
        var bar = card.of().bars().get(card.bar());
        double scale = size_um / size_um(card.of());
        double length_um = Math.min(size_um, scale * (bar.get(0) - bar.get(1)) * blur());
        double fork_um = Math.min(scale * bar.get(1) * blur(), size_um - length_um);
        return with(bar, fork_um + length_um, fork_um);
    }

    /** A factor of mean 1. */
    private double blur() {
        return StrictMath.exp(draws.normal(-BAR_CV * BAR_CV / 2, BAR_CV));
    }

    private static List<Float> with(List<Float> bar, double tip_um, double fork_um) {
        var out = new ArrayList<>(bar);
        out.set(0, (float) tip_um);
        out.set(1, (float) fork_um);
        return List.copyOf(out);
    }

    private static double size_um(Tree tree) {
        return tree.bars().getFirst().getFirst();
    }
}
