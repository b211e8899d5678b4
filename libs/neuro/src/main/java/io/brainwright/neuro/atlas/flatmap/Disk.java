package io.brainwright.neuro.atlas.flatmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One sheet with its holes closed, so that it has one rim: each loop of rim edges but the longest gets a vertex in its middle and a fan
 * of triangles, which count for connections but not for distortion.
 */
final class Disk {
    /** Points, three numbers per vertex; the middles of holes come last. */
    final double[] points;

    /** Vertices, three per triangle; fans over holes come last. */
    final int[] triangles;

    /** Triangles of the sheet itself. */
    final int real;

    /** Vertices along the rim. */
    final int[] rim;

    /** Holes that were closed. */
    final int holes;

    /** Handles: 0 for a disk, more where the surface runs back into itself. */
    final int handles;

    /**
     * @param points three numbers per vertex
     * @param triangles of one sheet that is a surface
     */
    Disk(double[] points, int[] triangles) {
        real = triangles.length / 3;
        var loops = loops(triangles);
        loops.sort((a, b) -> Double.compare(length(points, b), length(points, a)));
        rim = loops.isEmpty() ? new int[0] : loops.getFirst();
        holes = Math.max(0, loops.size() - 1);
        handles = (2 - loops.size() - euler(points.length / 3, triangles)) / 2;
        int extra = loops.stream().skip(1).mapToInt(l -> l.length).sum();
        this.points = Arrays.copyOf(points, points.length + 3 * holes);
        this.triangles = Arrays.copyOf(triangles, triangles.length + 3 * extra);
        int vertex = points.length / 3;
        int at = triangles.length;
        for (int h = 1; h < loops.size(); h++) {
            at = close(loops.get(h), vertex++, at);
        }
    }

    /** Loops of edges with a triangle on one side only, in the direction of that triangle. */
    private static List<int[]> loops(int[] triangles) {
        Map<Long, Integer> sides = new HashMap<>();
        for (int c = 0; c < triangles.length; c++) {
            sides.put(Sheets.edge(triangles[c], triangles[Sheets.next(c)]), c);
        }
        Map<Integer, Integer> onward = new java.util.TreeMap<>();
        for (int c = 0; c < triangles.length; c++) {
            int a = triangles[c];
            int b = triangles[Sheets.next(c)];
            if (!sides.containsKey(Sheets.edge(b, a))) {
                onward.put(a, b);
            }
        }
        var loops = new ArrayList<int[]>();
        while (!onward.isEmpty()) {
            var loop = new ArrayList<Integer>();
            Integer at = onward.keySet().iterator().next();
            while (at != null) {
                loop.add(at);
                at = onward.remove(at);
            }
            loop.removeLast();
            loops.add(loop.stream().mapToInt(Integer::intValue).toArray());
        }
        return loops;
    }

    private static double length(double[] points, int[] loop) {
        double sum = 0;
        for (int i = 0; i < loop.length; i++) {
            sum += Math.sqrt(square(points, loop[i], loop[(i + 1) % loop.length]));
        }
        return sum;
    }

    static double square(double[] points, int a, int b) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double d = points[3 * a + k] - points[3 * b + k];
            sum += d * d;
        }
        return sum;
    }

    private static int euler(int vertices, int[] triangles) {
        var edges = new java.util.HashSet<Long>();
        for (int c = 0; c < triangles.length; c++) {
            int a = triangles[c];
            int b = triangles[Sheets.next(c)];
            edges.add(Sheets.edge(Math.min(a, b), Math.max(a, b)));
        }
        return vertices - edges.size() + triangles.length / 3;
    }

    private int close(int[] loop, int middle, int from) {
        int at = from;
        for (int i = 0; i < loop.length; i++) {
            for (int k = 0; k < 3; k++) {
                points[3 * middle + k] += points[3 * loop[i] + k] / loop.length;
            }
            triangles[at++] = loop[(i + 1) % loop.length];
            triangles[at++] = loop[i];
            triangles[at++] = middle;
        }
        return at;
    }

    /** Vertices, the middles of holes included. */
    int vertices() {
        return points.length / 3;
    }
}
