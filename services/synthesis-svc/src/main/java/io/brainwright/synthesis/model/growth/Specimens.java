package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.growth.BarDeal.Measure;
import io.brainwright.synthesis.model.growth.TreeGrower.Kept;
import io.brainwright.synthesis.model.parameters.GrowthParameters;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Neurite;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Grows cells of one fit in free space, as they are compared with reconstructions: no pia, no layers.
 *
 * <p>Numbers of trees and their bars are dealt, not drawn: as many cells as were fitted (a round) use every number and every bar once, in an order
 * that the seed says ({@link BarDeal}). So a few grown cells are spread as evenly as the reconstructions are. Cell k is a function of (seed, k): it
 * grows to the same bytes alone, in any order.
 */
public final class Specimens {
    /** chosen: a twelfth of a step, so that paths keep their lengths to about 1 %; nearly every other point is kept, so longer lines only cost time. */
    private static final Kept KEPT = new Kept(0.08, 16);

    private static final double FAR_um = 1e6;

    private final long seed;
    private final GrowthParameters parameters;
    private final boolean withAxon;
    private final Map<Round, List<Tree>> rounds = new ConcurrentHashMap<>();
    private final Map<Byte, TreeLikeness> likeness = new ConcurrentHashMap<>();

    private record Round(byte type, long number) {}

    public Specimens(long seed, GrowthParameters parameters, boolean withAxon) {
        this.seed = seed;
        this.parameters = parameters;
        this.withAxon = withAxon;
    }

    /** Cell k, from 0. */
    public Morphology grow(long k) {
        var draws = Draws.of(seed, "synthesis.specimen", k);
        double radius = Math.max(2, parameters.soma_radius_um() * draws.normal(1, 0.1)); // chosen: CV 10 %
        var buffer = new GrowthBuffer(radius);
        var grower = new TreeGrower(buffer, draws, FAR_um, 2 * FAR_um, radius, KEPT, _ -> true);
        if (withAxon) {
            trees(grower, draws, k, parameters.axon(), SectionType.AXON);
        }
        trees(grower, draws, k, parameters.basal(), SectionType.BASAL);
        trees(grower, draws, k, parameters.apical(), SectionType.APICAL);
        return buffer.morphology();
    }

    private void trees(TreeGrower grower, Draws draws, long k, Neurite neurite, byte type) {
        var hand = hand(k, neurite, type);
        double turn = draws.nextDouble();
        for (int t = 0; t < hand.size(); t++) {
            double azimuth = 2 * Math.PI * (turn + (t + draws.uniform(-0.3, 0.3)) / hand.size());
            grower.grow(neurite, hand.get(t), type, 1, azimuth);
        }
    }

    /**
     * The trees that are dealt to cell k: those that stand for one reconstruction's, since trees of one cell are more alike in size than those of several; from a
     * file that does not say which trees stood on one cell, as many as the number that is dealt.
     */
    private List<Tree> hand(long k, Neurite neurite, byte type) {
        int cells = neurite.trees_per_cell().size();
        int all = neurite.trees().size();
        if (cells == 0 || all == 0) {
            return List.of();
        }
        int[] order = shuffled(cells, Draws.of(seed, "synthesis.deal." + type, k / cells));
        int own = order[(int) (k % cells)];
        int first = 0;
        for (int c = 0; c < own; c++) {
            first += neurite.trees_per_cell().get(c);
        }
        var dealt = rounds.computeIfAbsent(
                new Round(type, k / cells),
                r -> BarDeal.of(
                        neurite.trees(),
                        type == SectionType.BASAL ? Measure.UM : Measure.SIZES_OF_ITS_TREE,
                        likeness.computeIfAbsent(type, _ -> new TreeLikeness(neurite.trees())),
                        Draws.of(seed, "synthesis.bars." + type, r.number())));
        var hand = new Tree[neurite.trees_per_cell().get(own)];
        for (int t = 0; t < hand.length; t++) {
            hand[t] = dealt.get((first + t) % all);
        }
        return List.of(hand);
    }

    private static int[] shuffled(int n, Draws draws) {
        var order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = draws.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
