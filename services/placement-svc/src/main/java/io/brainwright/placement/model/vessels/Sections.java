package io.brainwright.placement.model.vessels;

import io.brainwright.placement.model.vessels.PieceGrid.Piece;
import io.brainwright.placement.model.vessels.VesselGraph.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The vessels that stand while a network grows: nodes, and between them sections of straight pieces that keep off each other. */
final class Sections {
    /** chosen: pieces of two sections may touch within this many sums of their radii about the node that they share. */
    private static final double JUNCTION = 3;

    /** chosen: least gap between two walls. */
    static final double GAP_um = 0.5;

    private final List<double[]> nodes = new ArrayList<>();
    private final List<List<Course>> at = new ArrayList<>();
    private final List<Course> courses = new ArrayList<>();
    private final PieceGrid grid = new PieceGrid();
    private double widest_um;
    private int pieces;

    /**
     * One section.
     *
     * @param from its first node
     * @param to its last
     * @param path places from one to the other, both included
     * @param diameter_um at each of them
     */
    record Course(VesselKind kind, int from, int to, List<double[]> path, double[] diameter_um) {
        double length_um() {
            double sum = 0;
            for (int i = 1; i < path.size(); i++) {
                sum += Pieces.distance(path.get(i - 1), path.get(i));
            }
            return sum;
        }
    }

    int node(double[] place) {
        nodes.add(place);
        at.add(new ArrayList<>());
        return nodes.size() - 1;
    }

    int nodes() {
        return nodes.size();
    }

    double[] place(int node) {
        return nodes.get(node);
    }

    int degree(int node) {
        return at.get(node).size();
    }

    List<Course> courses() {
        return courses;
    }

    void add(Course course) {
        courses.add(course);
        at.get(course.from()).add(course);
        at.get(course.to()).add(course);
        for (int i = 1; i < course.path().size(); i++) {
            double radius_um = Math.max(course.diameter_um()[i - 1], course.diameter_um()[i]) / 2;
            widest_um = Math.max(widest_um, radius_um);
            grid.add(new Piece(
                    course.path().get(i - 1), course.path().get(i), radius_um, course.from(), course.to(), pieces++));
        }
    }

    /** Whether a section would keep off all that stand: centre lines farther apart than the radii add to, but for the junctions at its two nodes. */
    boolean clear(Course course) {
        for (int i = 1; i < course.path().size(); i++) {
            var a = course.path().get(i - 1);
            var b = course.path().get(i);
            double radius_um = Math.max(course.diameter_um()[i - 1], course.diameter_um()[i]) / 2;
            if (!grid.all(a, b, radius_um + widest_um + GAP_um, piece -> apart(course, a, b, radius_um, piece))) {
                return false;
            }
        }
        return true;
    }

    private boolean apart(Course course, double[] a, double[] b, double radius_um, Piece piece) {
        var st = new double[2];
        Pieces.nearest(a, b, piece.a(), piece.b(), st);
        double touch_um = radius_um + piece.radius_um() + GAP_um;
        var mine = Pieces.along(a, b, st[0]);
        if (Pieces.distance(mine, Pieces.along(piece.a(), piece.b(), st[1])) >= touch_um) {
            return true;
        }
        return junction(course.from(), piece, mine, touch_um) || junction(course.to(), piece, mine, touch_um);
    }

    private boolean junction(int node, Piece piece, double[] place, double touch_um) {
        return (piece.from() == node || piece.to() == node)
                && Pieces.distance(place, nodes.get(node)) <= JUNCTION * touch_um;
    }

    /** Least angle between a direction and the vessels at a node, as its cosine: 1 where one leaves the same way. */
    double nearestCosine(int node, double[] towards) {
        double most = -1;
        for (var course : at.get(node)) {
            var path = course.path();
            var next = course.from() == node ? path.get(1) : path.get(path.size() - 2);
            most = Math.max(most, cosine(nodes.get(node), towards, next));
        }
        return most;
    }

    private static double cosine(double[] o, double[] p, double[] q) {
        double dot = 0;
        for (int k = 0; k < 3; k++) {
            dot += (p[k] - o[k]) * (q[k] - o[k]);
        }
        return dot / (Pieces.distance(o, p) * Pieces.distance(o, q));
    }

    /** Whether a place keeps off the walls of all that stands. */
    boolean free(double[] place, double margin_um) {
        return grid.all(place, place, margin_um + widest_um, piece -> {
            double t = Pieces.nearest(place, piece.a(), piece.b());
            double from_um = Pieces.distance(place, Pieces.along(piece.a(), piece.b(), t));
            return from_um >= piece.radius_um() + margin_um;
        });
    }

    /** All that stands, but for sections that are not wanted. */
    VesselGraph graph(Predicate<Course> wanted) {
        var index = new int[nodes.size()];
        Arrays.fill(index, -1);
        var points = new ArrayList<double[]>();
        var segments = new ArrayList<Segment>();
        int section = 0;
        for (var course : courses) {
            if (!wanted.test(course)) {
                continue;
            }
            int before = point(course.from(), index, points);
            for (int i = 1; i < course.path().size(); i++) {
                boolean last = i == course.path().size() - 1;
                int here = last
                        ? point(course.to(), index, points)
                        : add(points, course.path().get(i));
                segments.add(new Segment(
                        before,
                        here,
                        course.diameter_um()[i - 1],
                        course.diameter_um()[i],
                        course.kind(),
                        section,
                        i - 1));
                before = here;
            }
            section++;
        }
        return new VesselGraph(points, segments);
    }

    private int point(int node, int[] index, List<double[]> points) {
        if (index[node] < 0) {
            index[node] = add(points, nodes.get(node));
        }
        return index[node];
    }

    private static int add(List<double[]> points, double[] place) {
        points.add(place);
        return points.size() - 1;
    }
}
