package io.brainwright.neuro.atlas.flatmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a soup of triangles into sheets that are surfaces: edges where more than two triangles meet are opened, vertices where
 * separate fans touch are doubled, and what hangs together by edges is one sheet.
 */
final class Sheets {
    private final int[] corner; // vertex of every corner, three per triangle, after the doubling
    private final int[] origin; // first vertex of each new one
    private final List<int[]> sheets = new ArrayList<>();
    private int opened;

    /**
     * @param triangles vertices, three per triangle, all seen turning the same way round
     */
    Sheets(int[] triangles) {
        boolean[] removed = crowded(triangles);
        Map<Long, Integer> side = new HashMap<>();
        for (int c = 0; c < triangles.length; c++) {
            if (!removed[c / 3]) {
                side.put(edge(triangles, c), c);
            }
        }
        var fans = new Sets(triangles.length);
        var parts = new Sets(triangles.length / 3);
        side.forEach((_, c) -> {
            var across = side.get(edge(triangles[next(c)], triangles[c]));
            if (across != null) {
                fans.join(c, next(across));
                fans.join(next(c), across);
                parts.join(c / 3, across / 3);
            }
        });
        corner = new int[triangles.length];
        origin = number(triangles, removed, fans);
        collect(removed, parts);
    }

    static int next(int corner) {
        return corner % 3 == 2 ? corner - 2 : corner + 1;
    }

    static long edge(int from, int to) {
        return (long) from << 32 | to;
    }

    private static long edge(int[] triangles, int c) {
        return edge(triangles[c], triangles[next(c)]);
    }

    /** Triangles on an edge that another one passes in the same direction. */
    private boolean[] crowded(int[] triangles) {
        Map<Long, Integer> passes = new HashMap<>();
        for (int c = 0; c < triangles.length; c++) {
            passes.merge(edge(triangles, c), 1, Integer::sum);
        }
        boolean[] removed = new boolean[triangles.length / 3];
        for (int c = 0; c < triangles.length; c++) {
            int a = triangles[c];
            int b = triangles[next(c)];
            if (passes.getOrDefault(edge(a, b), 0) > 1 || passes.getOrDefault(edge(b, a), 0) > 1) {
                opened += removed[c / 3] ? 0 : 1;
                removed[c / 3] = true;
            }
        }
        return removed;
    }

    private int[] number(int[] triangles, boolean[] removed, Sets fans) {
        int[] number = new int[triangles.length];
        Arrays.fill(number, -1);
        int[] first = new int[triangles.length];
        int n = 0;
        for (int c = 0; c < triangles.length; c++) {
            if (!removed[c / 3]) {
                int root = fans.root(c);
                if (number[root] < 0) {
                    first[n] = triangles[c];
                    number[root] = n++;
                }
                corner[c] = number[root];
            } else {
                corner[c] = -1;
            }
        }
        return Arrays.copyOf(first, n);
    }

    private void collect(boolean[] removed, Sets parts) {
        Map<Integer, List<Integer>> byRoot = new java.util.TreeMap<>();
        for (int t = 0; t < removed.length; t++) {
            if (!removed[t]) {
                byRoot.computeIfAbsent(parts.root(t), _ -> new ArrayList<>()).add(t);
            }
        }
        byRoot.values()
                .forEach(
                        ts -> sheets.add(ts.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Triangles of each sheet. */
    List<int[]> sheets() {
        return sheets;
    }

    /** New vertex at a corner (three per triangle); -1 where the triangle was taken out. */
    int vertex(int corner) {
        return this.corner[corner];
    }

    /** Vertices after the doubling. */
    int vertices() {
        return origin.length;
    }

    /** Vertex of the soup that a new one stems from. */
    int origin(int vertex) {
        return origin[vertex];
    }

    /** Triangles that were taken out to open crowded edges. */
    int opened() {
        return opened;
    }

    /** Which things hang together. */
    private static final class Sets {
        private final int[] parent;

        Sets(int n) {
            parent = new int[n];
            Arrays.setAll(parent, i -> i);
        }

        int root(int i) {
            int at = i;
            while (parent[at] != at) {
                parent[at] = parent[parent[at]];
                at = parent[at];
            }
            return at;
        }

        void join(int a, int b) {
            int ra = root(a);
            int rb = root(b);
            parent[Math.max(ra, rb)] = Math.min(ra, rb);
        }
    }
}
