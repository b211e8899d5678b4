package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;

/**
 * Deals the bars of reconstructed trees anew: as many trees, each with bars of several, so that all together look like the reconstructions and
 * none is one of them.
 *
 * <p>Trees stand by size s (tip of bar 0). Every bar but bar 0 is a card; cards are shuffled within about a quarter of the ranks and dealt in order,
 * each once: a tree takes the first ones that end before its own size. It gets as many as its own reconstruction has, within {@value #COUNT_CV}.
 * Where a {@link Measure} says so, cards are measured in sizes of their tree, so that a tuft remains one in a tree of any size; else in um. Sizes are a
 * smoothed bootstrap that keeps mean and variance (Silverman 1986, Density Estimation, section 6.4):
 *
 * <pre>{@code
 *   ln s' = μ + (ln s - μ + h σ ε) / √(1 + h²),   h = 0.2,  ε ~ N(0, 1)
 * }</pre>
 *
 * A tree that comes out nearer to a reconstruction than reconstructions are to each other ({@link TreeLikeness}) is blurred anew, twice as much each time.
 *
 * <p>Values chosen on halves of the L5_TPC:A cells other than the reported ones: benchmarks/results/anatomy.md.
 */
final class BarDeal {
    private static final double WINDOW = 0.25;
    private static final double SIZE_H = 0.2;
    private static final double BAR_CV = 0.05;
    private static final double COUNT_CV = 0.1;
    /** chosen: trees of a fit too small to tell, or of one size, still differ by this much. */
    private static final double LEAST_SIGMA = 0.1;

    private static final double ROUNDING = 1 + 1e-9;
    /** chosen: by then a blur of 5 % has become one of 160 %. */
    private static final int BLURS = 6;

    /** What the place of a bar is measured in. */
    enum Measure {
        UM,
        SIZES_OF_ITS_TREE
    }

    private final List<Tree> trees;
    private final Measure measure;
    private final Draws draws;
    private final TreeLikeness likeness;
    private final List<Integer> bySize = new ArrayList<>();

    private record Card(Tree of, int bar, double key) {
        double tip_um() {
            return of.bars().get(bar).getFirst();
        }
    }

    private BarDeal(List<Tree> trees, Measure measure, TreeLikeness likeness, Draws draws) {
        this.trees = trees;
        this.measure = measure;
        this.likeness = likeness;
        this.draws = draws;
        for (int t = 0; t < trees.size(); t++) {
            bySize.add(t);
        }
        bySize.sort(Comparator.comparingDouble(t -> size_um(trees.get(t))));
    }

    /**
     * As many trees as were fitted, in their order; equal draws give equal trees.
     *
     * @param likeness knows the same trees
     */
    static List<Tree> of(List<Tree> trees, Measure measure, TreeLikeness likeness, Draws draws) {
        return trees.isEmpty() ? trees : new BarDeal(trees, measure, likeness, draws).dealt();
    }

    private List<Tree> dealt() {
        var cards = cards();
        int[] ends = ends(cards.size());
        double[] sizes_um = sizes_um();
        var out = new Tree[trees.size()];
        int dealt = 0;
        for (int rank = 0; rank < out.length; rank++) {
            int t = bySize.get(rank);
            boolean last = rank == out.length - 1;
            var hand = last ? cards : taken(cards, ends[rank] - dealt, sizes_um[rank]);
            dealt += hand.size();
            out[t] = unlike(trees.get(t), sizes_um[rank], hand);
        }
        return List.of(out);
    }

    /** Takes the first cards that end within a tree of this size. */
    private List<Card> taken(List<Card> cards, int wanted, double size_um) {
        var hand = new ArrayList<Card>();
        for (var left = cards.iterator(); left.hasNext() && hand.size() < wanted; ) {
            var card = left.next();
            if (scale(card, size_um) * card.tip_um() <= size_um * ROUNDING) {
                hand.add(card);
                left.remove();
            }
        }
        return hand;
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
        return new LinkedList<>(cards);
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

    /** A tree that is no reconstruction's; where no blur leads away from them, the one that is blurred most. */
    private Tree unlike(Tree own, double size_um, List<Card> hand) {
        double cv = BAR_CV;
        var tree = tree(own, size_um, hand, cv);
        for (int i = 1; i < BLURS && likeness.copied(tree); i++) {
            cv *= 2;
            tree = tree(own, size_um, hand, cv);
        }
        return tree;
    }

    private Tree tree(Tree own, double size_um, List<Card> hand, double cv) {
        var bars = new ArrayList<List<Float>>();
        for (var card : hand) {
            bars.add(bar(card, size_um, cv));
        }
        bars.sort(Comparator.comparing(b -> b.get(1)));
        bars.addFirst(with(own.bars().getFirst(), size_um, 0));
        return new Tree(own.trunk_deg(), own.top_um() * size_um / size_um(own), bars);
    }

    /** A bar at its own place of another tree; what would outlive the trunk is moved down to it. */
    private List<Float> bar(Card card, double size_um, double cv) {
        var bar = card.of().bars().get(card.bar());
        double scale = scale(card, size_um);
        double length_um = Math.min(size_um, scale * (bar.get(0) - bar.get(1)) * blur(cv));
        double fork_um = Math.min(scale * bar.get(1) * blur(cv), size_um - length_um);
        return with(bar, fork_um + length_um, fork_um);
    }

    private double scale(Card card, double size_um) {
        return measure == Measure.UM ? 1 : size_um / size_um(card.of());
    }

    /** A factor of mean 1. */
    private double blur(double cv) {
        return StrictMath.exp(draws.normal(-cv * cv / 2, cv));
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
