package io.brainwright.placement.model.vessels;

import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.vessels.Sections.Course;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Capillaries: branch points spread evenly over the column, three vessels at each, between near neighbours.
 *
 * <p>Vessels nearest to the wanted length come first: those that hold all together (Kruskal's tree, at most three at a node), then those that close
 * loops where a node has fewer than three, nodes with one first; ends that stay blind are cut back. Each vessel bows to a side by a drawn amount, less where it would touch
 * another. Draws are keyed by nodes and pairs of nodes.
 */
final class CapillaryBed {
    private static final int MOST_VESSELS = 3;
    private static final int NEIGHBOURS = 14;
    private static final int WIDEST = 16;
    /** chosen: branch points keep this share of their mean distance. */
    private static final double EVENNESS = 0.7;
    /** chosen: least angle between two vessels at a node. */
    private static final double WIDEST_COSINE = StrictMath.cos(StrictMath.toRadians(40));
    /** chosen: length of a straight piece. */
    private static final double PIECE_um = 10;
    /** chosen: height of a bow over its span. */
    private static final double LOW_BOW = 0.05;

    private static final double HIGH_BOW = 0.25;
    /** chosen: a drawn bow is tried, then lower ones, then a straight line. */
    private static final double[] TRIES = {1, -1, 0.5, -0.5, 0.2, 0};

    /** Length of a bowed vessel over its span, on average. */
    private static final double BOWED = 1.06;

    private static final double MOST_SD = 2;
    private static final int PATIENCE = 100;
    private static final double SHRINK = 0.95;

    private final ColumnSpace space;
    private final VesselRecipe recipe;
    private final long seed;
    private final Sections out;
    private final int[] room;
    private final Joined joined;
    private final NodeGrid grid;

    /**
     * Two nodes that a capillary may join.
     *
     * @param off_um by how much it would miss the length that is wanted
     */
    private record Pair(int a, int b, double length_um, double off_um) {
        private static final Comparator<Pair> FITTEST = Comparator.comparingDouble(Pair::off_um)
                .thenComparingInt(Pair::a)
                .thenComparingInt(Pair::b);
    }

    /**
     * @param out holds the trunks
     * @param open nodes of the trunks that capillaries may leave from; a node that may have two stands twice
     * @param count branch points of capillaries
     */
    CapillaryBed(ColumnSpace space, VesselRecipe recipe, long seed, Sections out, List<Integer> open, int count) {
        this.space = space;
        this.recipe = recipe;
        this.seed = seed;
        this.out = out;
        int trunks = out.nodes();
        double keep_um = EVENNESS * StrictMath.cbrt(space.volume_mm3() * 1e9 / count);
        this.grid = new NodeGrid(keep_um);
        scatter(count, keep_um);
        this.room = new int[out.nodes()];
        open.forEach(node -> room[node]++);
        for (int node = trunks; node < room.length; node++) {
            room[node] = MOST_VESSELS;
        }
        for (int node : open.stream().distinct().toList()) {
            grid.add(node, out.place(node));
        }
        this.joined = new Joined(out.nodes());
        out.courses().forEach(c -> joined.join(c.from(), c.to()));
    }

    private void scatter(int count, double keep_um) {
        double margin_um = recipe.capillary_um() / 2 + MOST_SD * recipe.capillarySd_um();
        var at = new double[3];
        double keep = keep_um;
        for (int k = 0; k < count; k++) {
            var draws = Draws.of(seed, "vessels.node", k);
            space.draw(draws, margin_um, at);
            for (int misses = 1; !grid.free(at, keep) || !out.free(at, recipe.free_um()); misses++) {
                space.draw(draws, margin_um, at);
                keep = misses % PATIENCE == 0 ? keep * SHRINK : keep;
            }
            var place = at.clone();
            grid.add(out.node(place), place);
        }
    }

    /** Grows all capillaries; at the end no bed node is blind and all hang together. */
    VesselGraph grow() {
        var near = near(NEIGHBOURS, _ -> true);
        near.forEach(pair -> {
            if (joined.root(pair.a()) != joined.root(pair.b())) {
                tryJoin(pair);
            }
        });
        bridge();
        close(near, 1);
        close(near, MOST_VESSELS - 1);
        var graph = out.graph(new Blind(out)::keeps);
        if (graph.components() != 1) {
            throw VesselProblems.apart(graph.components());
        }
        return graph;
    }

    private List<Pair> near(int k, IntPredicate of) {
        return IntStream.range(0, room.length)
                .filter(a -> room[a] > 0 && of.test(a))
                .boxed()
                .flatMap(a -> grid.nearest(out.place(a), a, k).stream().map(b -> pair(a, b)))
                .distinct()
                .sorted(Pair.FITTEST)
                .toList();
    }

    private Pair pair(int a, int b) {
        double length_um = Pieces.distance(out.place(a), out.place(b));
        return new Pair(
                Math.min(a, b), Math.max(a, b), length_um, Math.abs(length_um - recipe.capillaryLength_um() / BOWED));
    }

    /** Joins what was left apart from the largest part: wider and wider around its nodes with room. */
    private void bridge() {
        for (int k = NEIGHBOURS; k <= WIDEST * NEIGHBOURS; k *= 2) {
            int main = largest();
            for (var pair : near(k, node -> joined.root(node) != main)) {
                if (joined.root(pair.a()) != joined.root(pair.b())) {
                    tryJoin(pair);
                }
            }
        }
    }

    private int largest() {
        var size = new int[room.length];
        int most = 0;
        for (int node = 0; node < room.length; node++) {
            int root = joined.root(node);
            most = ++size[root] > size[most] ? root : most;
        }
        return most;
    }

    /** Closes loops where one of the two nodes has at most so many vessels. */
    private void close(List<Pair> near, int most) {
        for (var pair : near) {
            if (Math.min(out.degree(pair.a()), out.degree(pair.b())) <= most) {
                tryJoin(pair);
            }
        }
    }

    private void tryJoin(Pair pair) {
        if (room[pair.a()] == 0 || room[pair.b()] == 0 || crowded(pair.a(), pair.b()) || crowded(pair.b(), pair.a())) {
            return;
        }
        var course = course(pair);
        if (course != null) {
            out.add(course);
            room[pair.a()]--;
            room[pair.b()]--;
            joined.join(pair.a(), pair.b());
        }
    }

    private boolean crowded(int node, int towards) {
        return out.nearestCosine(node, out.place(towards)) > WIDEST_COSINE;
    }

    private @Nullable Course course(Pair pair) {
        var draws = Draws.of(seed, "vessels.capillary", (long) pair.a() << 32 | pair.b());
        double diameter_um;
        do {
            diameter_um = draws.normal(recipe.capillary_um(), recipe.capillarySd_um());
        } while (Math.abs(diameter_um - recipe.capillary_um()) > MOST_SD * recipe.capillarySd_um());
        double bow = draws.uniform(LOW_BOW, HIGH_BOW);
        double twist = draws.uniform(-LOW_BOW, LOW_BOW);
        var side = new double[3];
        draws.direction(side);
        for (double share : TRIES) {
            var path = path(pair, share * bow, share * twist, side);
            var width = new double[path.size()];
            Arrays.fill(width, diameter_um);
            var course = new Course(VesselKind.CAPILLARY, pair.a(), pair.b(), path, width);
            double margin_um = diameter_um / 2;
            boolean within =
                    path.subList(1, path.size() - 1).stream().allMatch(p -> space.holds(p[0], p[1], p[2], margin_um));
            if (within && out.clear(course)) {
                return course;
            }
        }
        return null;
    }

    /** {@code p(t) = a + t (b - a) + l (bow sin πt u + twist sin 2πt v)}; u and v stand on the line from a to b and on each other. */
    private List<double[]> path(Pair pair, double bow, double twist, double[] side) {
        var a = out.place(pair.a());
        var b = out.place(pair.b());
        double l = pair.length_um();
        double[] d = {(b[0] - a[0]) / l, (b[1] - a[1]) / l, (b[2] - a[2]) / l};
        var u = cross(d, side);
        double n = Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]);
        var v = cross(d, u);
        int pieces = (int) Math.max(2, Math.round(l / PIECE_um));
        var path = new ArrayList<double[]>(pieces + 1);
        path.add(a);
        for (int i = 1; i < pieces; i++) {
            double t = (double) i / pieces;
            double up = l * bow * StrictMath.sin(StrictMath.PI * t) / n;
            double over = l * twist * StrictMath.sin(2 * StrictMath.PI * t) / n;
            var p = new double[3];
            for (int k = 0; k < 3; k++) {
                p[k] = a[k] + t * l * d[k] + up * u[k] + over * v[k];
            }
            path.add(p);
        }
        path.add(b);
        return path;
    }

    private static double[] cross(double[] p, double[] q) {
        return new double[] {p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]};
    }
}
