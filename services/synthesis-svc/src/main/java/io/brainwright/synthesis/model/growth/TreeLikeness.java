package io.brainwright.synthesis.model.growth;

import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells whether a tree is nearer to a reconstruction than reconstructions are to each other.
 *
 * <p>Nearest others of the reconstructions have a distribution; a tree nearer than {@value #MARGIN} times its
 * {@value #QUANTILE} quantile is a copy. Trees of
 * fewer than {@value #BARS} bars have no shape of their own and are none; {@value #TREES} reconstructions are too few to tell.
 */
final class TreeLikeness {
    static final double QUANTILE = 0.05;
    /** chosen: growth moves bars by a step or so, which must not lead back to a reconstruction. */
    private static final double MARGIN = 1.2;

    private static final int BARS = 3;
    private static final int TREES = 3;

    private final List<BarShape> real = new ArrayList<>();
    private final double least;

    TreeLikeness(List<Tree> trees) {
        for (var tree : trees) {
            if (tree.bars().size() >= BARS) {
                real.add(new BarShape(tree));
            }
        }
        var nearest = new double[real.size()];
        Arrays.setAll(nearest, t -> nearest(real.get(t), Double.POSITIVE_INFINITY));
        Arrays.sort(nearest);
        least = real.size() <= TREES ? 0 : MARGIN * nearest[(int) Math.ceil(QUANTILE * (nearest.length - 1))];
    }

    /** The distance below which a tree is a copy; 0 where there are too few reconstructions. */
    double least() {
        return least;
    }

    boolean copied(Tree tree) {
        return tree.bars().size() >= BARS && nearest(new BarShape(tree), least) < least;
    }

    /** Distance to the nearest other reconstruction, where that is below a limit; else the limit. */
    private double nearest(BarShape shape, double limit) {
        double found = limit;
        for (var other : real) {
            if (other != shape) {
                found = Math.min(found, shape.distance(other, found));
            }
        }
        return found;
    }
}
