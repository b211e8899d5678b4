package io.brainwright.placement.model;

import io.brainwright.neuro.random.Draws;

/**
 * The part of a layer that may still have room, as small cubes, one bit each. A cube wholly nearer to a soma than the spacing is
 * covered; a place is drawn uniformly in those that are not. A covered cube never had room, so the places that are kept have the
 * distribution of those that blind draws would keep, with fewer misses.
 *
 * @see <a href="https://doi.org/10.1111/j.1467-8659.2012.03059.x">Ebeida et al. 2012, A simple algorithm for maximal Poisson-disk sampling in high
 *     dimensions: drawing in the cells of a lattice that may have room</a>
 */
final class OpenCubes {
    /** chosen: cubes to a spacing; of 3, 4 and 5 the first two were equally fast (measured at n r³ = 0.59), and 3 takes the least memory. */
    private static final int FINE = 3;
    /** chosen: share of the listed cubes that may be covered before the list is made anew. */
    private static final double STALE = 0.3;
    /** Cubes that one int can count. */
    private static final long MOST = 1L << 30;

    private static final int BITS = 21;
    private static final double SQRT_3 = 1.7320508075688774;

    private final Space space;
    private final int layer;
    private final double[] low = new double[3];
    private final int[] cubes = new int[3];
    private final int words;
    private final double edge_um;
    private final long[] open;
    private int openCount;
    private int[] listed = {};
    private int listedCount;
    private int drawn;
    private final int[] at = new int[3];

    /**
     * @param layer of the space
     * @param spacing_um what the cubes are a part of
     */
    OpenCubes(Space space, int layer, double spacing_um) {
        this.space = space;
        this.layer = layer;
        var high = new double[3];
        space.bounds(layer, low, high);
        double edge = spacing_um / FINE;
        while (blocks(high, edge) > MOST) {
            edge *= 2;
        }
        edge_um = edge;
        for (int i = 0; i < 3; i++) {
            cubes[i] = 4 * (int) Math.ceil((high[i] - low[i]) / (4 * edge));
        }
        words = (cubes[2] + Long.SIZE - 1) / Long.SIZE;
        open = new long[cubes[0] * cubes[1] * words];
        fill();
    }

    private long blocks(double[] high, double edge) {
        double n = 1;
        for (int i = 0; i < 3; i++) {
            n *= (high[i] - low[i]) / edge + Long.SIZE;
        }
        return (long) n;
    }

    /** Opens what the layer may reach: blocks of 4 by 4 by 4 cubes first, then of 2 by 2 by 2. */
    private void fill() {
        for (int x = 0; x < cubes[0]; x += 4) {
            for (int y = 0; y < cubes[1]; y += 4) {
                for (int z = 0; z < cubes[2]; z += 4) {
                    if (meets(x + 2, y + 2, z + 2, 2 * edge_um)) {
                        for (int part = 0; part < 8; part++) {
                            open(x + 2 * (part >> 2), y + 2 * (part >> 1 & 1), z + 2 * (part & 1));
                        }
                    }
                }
            }
        }
    }

    private void open(int x, int y, int z) {
        if (meets(x + 1, y + 1, z + 1, edge_um)) {
            long pair = 3L << z;
            int word = (x * cubes[1] + y) * words + (z >> 6);
            open[word] |= pair;
            open[word + words] |= pair;
            open[word + cubes[1] * words] |= pair;
            open[word + (cubes[1] + 1) * words] |= pair;
            openCount += 8;
        }
    }

    /** Whether the layer may reach a cube about a place, in edges from the corner. */
    private boolean meets(double x, double y, double z, double half_um) {
        return space.near(layer, low[0] + x * edge_um, low[1] + y * edge_um, low[2] + z * edge_um, half_um * SQRT_3);
    }

    /** Covers what lies wholly nearer to a soma than a distance. */
    void cover(double x_um, double y_um, double z_um, double keep_um) {
        double x = (x_um - low[0]) / edge_um;
        double y = (y_um - low[1]) / edge_um;
        double z = (z_um - low[2]) / edge_um;
        double keep = keep_um / edge_um;
        int lastX = Math.min(cubes[0] - 1, (int) (x + keep));
        int lastY = Math.min(cubes[1] - 1, (int) (y + keep));
        for (int ix = Math.max(0, (int) (x - keep)); ix <= lastX; ix++) {
            double dx = Math.max(ix + 1 - x, x - ix);
            double left = keep * keep - dx * dx;
            for (int iy = Math.max(0, (int) (y - keep)); iy <= lastY; iy++) {
                double dy = Math.max(iy + 1 - y, y - iy);
                double reach2 = left - dy * dy;
                if (reach2 > 0) {
                    double reach = Math.sqrt(reach2);
                    int from = z < reach ? 0 : (int) (z - reach) + 1;
                    int to = Math.min(cubes[2], (int) (z + reach));
                    close((ix * cubes[1] + iy) * words, from, to);
                }
            }
        }
    }

    private void close(int row, int from, int to) {
        for (int z = from; z < to; ) {
            int end = Math.min(to, (z | 63) + 1);
            long bits = -1L >>> 64 - (end - z) << (z & 63);
            int word = row + (z >> 6);
            openCount -= Long.bitCount(open[word] & bits);
            open[word] &= ~bits;
            z = end;
        }
    }

    /** Whether no room is left for certain. */
    boolean none() {
        return openCount == 0;
    }

    /** Draws a place, uniform in all open cubes. */
    void draw(Draws draws, double[] out) {
        if (openCount < (1 - STALE) * listedCount || listed.length == 0) {
            list();
        }
        do {
            drawn = listed[(int) Math.unsignedMultiplyHigh(draws.nextLong(), (long) listedCount)];
        } while ((open[drawn >> 6] >>> drawn & 1) == 0);
        long within = draws.nextLong();
        locate(drawn);
        place(out, 0, within >>> 2 * BITS);
        place(out, 1, within >>> BITS);
        place(out, 2, within);
    }

    /** Finds the place of a cube in the lattice. */
    private void locate(int cube) {
        int row = (cube >> 6) / words;
        at[0] = row / cubes[1];
        at[1] = row - at[0] * cubes[1];
        at[2] = cube - row * words * Long.SIZE;
    }

    /** Closes the cube that was drawn last, where the layer does not reach it. */
    void leave() {
        if (!meets(at[0] + 0.5, at[1] + 0.5, at[2] + 0.5, edge_um / 2)) {
            open[drawn >> 6] &= ~(1L << drawn);
            openCount--;
        }
    }

    private void place(double[] out, int axis, long within) {
        double fraction = ((within & (1 << BITS) - 1) + 0.5) / (1 << BITS);
        out[axis] = low[axis] + (at[axis] + fraction) * edge_um;
    }

    private void list() {
        if (listed.length < openCount) {
            listed = new int[openCount];
        }
        listedCount = 0;
        for (int word = 0; word < open.length; word++) {
            for (long bits = open[word]; bits != 0; bits &= bits - 1) {
                listed[listedCount++] = word * 64 + Long.numberOfTrailingZeros(bits);
            }
        }
    }
}
