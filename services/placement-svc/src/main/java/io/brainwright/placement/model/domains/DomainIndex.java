package io.brainwright.placement.model.domains;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which domains hold a place: cubes that know the domains whose boxes meet them, then the walls of each. */
public final class DomainIndex {
    private static final double EDGE_um = 20;

    private final Map<Long, int[]> cubes = new HashMap<>();
    private final double[][] walls;

    public DomainIndex(AstrocyteDomains domains) {
        this.walls = new double[domains.size()][];
        var lists = new HashMap<Long, List<Integer>>();
        for (int i = 0; i < domains.size(); i++) {
            var body = domains.domain(i);
            walls[i] = flat(body);
            var corners = body.corners();
            if (corners.length > 0) {
                enter(i, corners, lists);
            }
        }
        lists.forEach((key, list) ->
                cubes.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static double[] flat(Polyhedron body) {
        var planes = body.walls();
        var flat = new double[4 * planes.size()];
        for (int f = 0; f < planes.size(); f++) {
            var wall = planes.get(f);
            flat[4 * f] = wall.nx();
            flat[4 * f + 1] = wall.ny();
            flat[4 * f + 2] = wall.nz();
            flat[4 * f + 3] = wall.c();
        }
        return flat;
    }

    private static void enter(int domain, float[] corners, Map<Long, List<Integer>> lists) {
        var low = new int[3];
        var high = new int[3];
        for (int k = 0; k < 3; k++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = k; i < corners.length; i += 3) {
                least = Math.min(least, Math.nextDown(corners[i]));
                most = Math.max(most, Math.nextUp(corners[i]));
            }
            low[k] = cube(least);
            high[k] = cube(most);
        }
        for (int x = low[0]; x <= high[0]; x++) {
            for (int y = low[1]; y <= high[1]; y++) {
                for (int z = low[2]; z <= high[2]; z++) {
                    lists.computeIfAbsent(key(x, y, z), _ -> new ArrayList<>()).add(domain);
                }
            }
        }
    }

    /** The domains that hold a place, lowest first. */
    public int[] holding(double x, double y, double z) {
        var near = cubes.get(key(cube(x), cube(y), cube(z)));
        if (near == null) {
            return new int[0];
        }
        var held = new int[near.length];
        int n = 0;
        for (int domain : near) {
            if (holds(walls[domain], x, y, z)) {
                held[n++] = domain;
            }
        }
        return Arrays.copyOf(held, n);
    }

    private static boolean holds(double[] planes, double x, double y, double z) {
        for (int f = 0; f < planes.length; f += 4) {
            if (planes[f] * x + planes[f + 1] * y + planes[f + 2] * z > planes[f + 3]) {
                return false;
            }
        }
        return planes.length > 0;
    }

    private static int cube(double v) {
        return (int) Math.floor(v / EDGE_um);
    }

    private static long key(int x, int y, int z) {
        return (x & 0x1FFFFFL) << 42 | (y & 0x1FFFFFL) << 21 | (z & 0x1FFFFFL);
    }
}
