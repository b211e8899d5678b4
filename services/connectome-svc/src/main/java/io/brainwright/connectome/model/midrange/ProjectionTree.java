package io.brainwright.connectome.model.midrange;

import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which regions the axon of one cell reaches: a tree whose leaves are the regions. Growing from its root, an axon takes each edge with a chance of
 * its own.
 *
 * <pre>{@code
 *   P(T)          = product of the chances of the edges from the root to T
 *   P(A and B)    = P(A) P(B) / P(C)        C the lowest node above both
 *   I(A, B)       = P(A) P(B) / P(A and B) = P(C)      1: independent
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1038/s41467-019-11630-x">Reimann et al. 2019, Nat Commun</a>
 */
public sealed interface ProjectionTree {
    /** P of this node: the chance that an axon reaches it. */
    double reach();

    /** A region. */
    record Leaf(String region, double reach) implements ProjectionTree {}

    /** A fork; the children's reach is at most its own. */
    record Fork(double reach, List<ProjectionTree> children) implements ProjectionTree {
        public Fork {
            children = List.copyOf(children);
            for (var child : children) {
                assert child.reach() <= reach : child + " is reached more often than its fork, " + reach;
            }
        }
    }

    /** The regions that one axon reaches; edges are drawn depth-first, each once. */
    default TreeSet<String> draw(Draws draws) {
        var reached = new TreeSet<String>();
        descend(this, 1, true, draws, reached);
        return reached;
    }

    /** The chance to reach a region; empty where the tree has none of this name. */
    default Optional<Double> reach(String region) {
        return leaves(this).stream()
                .filter(l -> l.region().equals(region))
                .map(Leaf::reach)
                .findFirst();
    }

    /** I of two regions of this tree. */
    default double interaction(String a, String b) {
        if (this instanceof Fork fork) {
            for (var child : fork.children()) {
                if (child.reach(a).isPresent() && child.reach(b).isPresent()) {
                    return child.interaction(a, b);
                }
            }
        }
        return reach();
    }

    /** The same tree without a region: an axon does not project to where its cell lies. */
    default Optional<ProjectionTree> without(String region) {
        return switch (this) {
            case Leaf leaf -> leaf.region().equals(region) ? Optional.empty() : Optional.of(leaf);
            case Fork fork -> {
                var left = fork.children().stream()
                        .flatMap(c -> c.without(region).stream())
                        .toList();
                yield left.isEmpty() ? Optional.empty() : Optional.of(new Fork(fork.reach(), left));
            }
        };
    }

    private static List<Leaf> leaves(ProjectionTree tree) {
        var leaves = new ArrayList<Leaf>();
        switch (tree) {
            case Leaf leaf -> leaves.add(leaf);
            case Fork fork -> fork.children().forEach(c -> leaves.addAll(leaves(c)));
        }
        return leaves;
    }

    /** Every edge has its draw, taken or not, so that what is reached by one branch does not hang on another. */
    private static void descend(ProjectionTree node, double above, boolean here, Draws draws, TreeSet<String> reached) {
        boolean taken = draws.nextDouble() < node.reach() / above && here;
        switch (node) {
            case Leaf leaf -> {
                if (taken) {
                    reached.add(leaf.region());
                }
            }
            case Fork fork -> fork.children().forEach(c -> descend(c, fork.reach(), taken, draws, reached));
        }
    }
}
