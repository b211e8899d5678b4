package io.brainwright.connectome.model.analysis.control;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.Somata;
import io.brainwright.neuro.random.Draws;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the number of connections and any of four further properties; the rest is left to chance.
 *
 * <p>A Markov chain from the graph itself. A move takes away one connection a → b and puts another in its place: a → d where out-degrees
 * are kept, c → b where in-degrees are, c → d where neither is; where both are, two connections exchange their targets. A move
 * that makes a loop or a double connection, or that changes the number of connections of a distance bin or the number of reciprocal
 * pairs where these are kept, is not done.
 *
 * @param preserved what is kept, besides the number of connections
 * @param somata where the cells lie; read for {@link Property#DISTANCE} only
 * @param bin_um width of a distance bin
 * @see <a href="https://doi.org/10.1126/science.1065103">Maslov &amp; Sneppen 2002</a>
 * @see <a href="https://doi.org/10.1038/ncomms9627">Orsini et al. 2015, Quantifying randomness in real networks</a>
 */
public record Preserving(Set<Property> preserved, Somata somata, double bin_um) implements Control {
    /** chosen: moves tried per connection; a hundred with distances, where nine of ten moves leave their bin. */
    private static final int TRIES = 10;

    private static final int TRIES_BY_DISTANCE = 100;

    /** What a control can keep. */
    public enum Property {
        /** How many targets each cell has. */
        OUT_DEGREE,
        /** How many sources each cell has. */
        IN_DEGREE,
        /** How many connections each bin of distance has. */
        DISTANCE,
        /** How many pairs are connected in both directions. */
        RECIPROCITY;

        /** Name in requests and plans. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The property of this name. */
        public static Optional<Property> named(String word) {
            return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
        }
    }

    public Preserving {
        preserved = Set.copyOf(preserved);
    }

    @Override
    public CellGraph draw(CellGraph graph, long seed) {
        return new Chain(graph, seed).run();
    }

    private boolean keeps(Property property) {
        return preserved.contains(property);
    }

    /** The graph on its way. */
    private final class Chain {
        private final int cells;
        private final int[] source;
        private final int[] target;
        private final Pairs pairs;
        private final Draws draws;

        Chain(CellGraph graph, long seed) {
            cells = graph.cells();
            source = new int[graph.connections()];
            target = new int[source.length];
            pairs = new Pairs(source.length);
            draws = Draws.of(seed, "connectome.control.preserving", source.length);
            for (int a = 0; a < cells; a++) {
                for (int e = graph.begin(a); e < graph.end(a); e++) {
                    source[e] = a;
                    target[e] = graph.other(e);
                    pairs.add(a, target[e]);
                }
            }
        }

        CellGraph run() {
            int edges = source.length;
            long moves = (long) edges * (keeps(Property.DISTANCE) ? TRIES_BY_DISTANCE : TRIES);
            boolean both = keeps(Property.OUT_DEGREE) && keeps(Property.IN_DEGREE);
            for (long m = 0; edges > 1 && cells > 2 && m < moves; m++) {
                if (both) {
                    exchange(draws.nextInt(edges), draws.nextInt(edges));
                } else {
                    replace(draws.nextInt(edges));
                }
            }
            return pairs.graph(cells);
        }

        private void replace(int e) {
            int from = keeps(Property.OUT_DEGREE) ? source[e] : draws.nextInt(cells);
            int to = keeps(Property.IN_DEGREE) ? target[e] : draws.nextInt(cells);
            if (from == to
                    || pairs.holds(from, to)
                    || keeps(Property.DISTANCE) && bin(from, to) != bin(source[e], target[e])) {
                return;
            }
            int before = returned(source[e], target[e]);
            pairs.remove(source[e], target[e]);
            int after = returned(from, to);
            if (keeps(Property.RECIPROCITY) && after != before) {
                pairs.add(source[e], target[e]);
                return;
            }
            pairs.add(from, to);
            source[e] = from;
            target[e] = to;
        }

        private void exchange(int e, int f) {
            int a = source[e];
            int b = target[e];
            int c = source[f];
            int d = target[f];
            if (a == d || c == b || pairs.holds(a, d) || pairs.holds(c, b)) {
                return;
            }
            if (keeps(Property.DISTANCE) && !sameBins(bin(a, b), bin(c, d), bin(a, d), bin(c, b))) {
                return;
            }
            int before = reciprocal(a, b, c, d);
            pairs.remove(a, b);
            pairs.remove(c, d);
            pairs.add(a, d);
            pairs.add(c, b);
            if (keeps(Property.RECIPROCITY) && reciprocal(a, d, c, b) != before) {
                pairs.remove(a, d);
                pairs.remove(c, b);
                pairs.add(a, b);
                pairs.add(c, d);
                return;
            }
            target[e] = d;
            target[f] = b;
        }

        /** Reciprocal pairs that two connections of the graph take part in; one pair if each is the other's way back. */
        private int reciprocal(int a, int b, int c, int d) {
            return returned(a, b) + (a == d && b == c ? 0 : returned(c, d));
        }

        private int returned(int from, int to) {
            return pairs.holds(to, from) ? 1 : 0;
        }

        private static boolean sameBins(int before1, int before2, int after1, int after2) {
            return before1 == after1 && before2 == after2 || before1 == after2 && before2 == after1;
        }

        private int bin(int a, int b) {
            return (int) (Math.sqrt(somata.squared_um2(a, b)) / bin_um);
        }
    }
}
