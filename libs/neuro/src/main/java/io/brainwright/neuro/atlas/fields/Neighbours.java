package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.fields.Scratch.Floats;
import java.util.Arrays;

/** Fills what is missing (NaN) from neighbours that have a value, ring after ring; what stands alone, from the nearest. */
final class Neighbours {
    private final LayeredRegion region;
    private final Floats values;
    private final int width;
    private final boolean isMean;

    private Neighbours(LayeredRegion region, Floats values, int width, boolean isMean) {
        this.region = region;
        this.values = values;
        this.width = width;
        this.isMean = isMean;
    }

    /**
     * @param values a row of {@code width} values per voxel; a row is missing where its first value is NaN
     */
    static void fill(LayeredRegion region, Floats values, int width) {
        new Neighbours(region, values, width, true).fill();
    }

    /** As {@link #fill}, but with the row of one neighbour, for values whose mean means nothing. */
    static void copy(LayeredRegion region, Floats values, int width) {
        new Neighbours(region, values, width, false).fill();
    }

    private void fill() {
        int[] missing = missing();
        int before = Integer.MAX_VALUE;
        while (missing.length > 0 && missing.length < before) {
            before = missing.length;
            missing = ring(missing);
        }
        double[] found = new double[missing.length * width];
        for (int i = 0; i < missing.length; i++) {
            int nearest = nearest(missing[i]);
            for (int c = 0; c < width; c++) {
                found[i * width + c] = nearest < 0 ? Double.NaN : values.at((long) nearest * width + c);
            }
        }
        put(missing, found);
    }

    /** Fills those that touch a voxel with a value; gives those that are left. */
    private int[] ring(int[] missing) {
        double[] found = new double[missing.length * width];
        for (int i = 0; i < missing.length; i++) {
            mean(missing[i], found, i * width);
        }
        put(missing, found);
        return Arrays.stream(missing).filter(this::isMissing).toArray();
    }

    private void put(int[] voxels, double[] rows) {
        for (int i = 0; i < rows.length; i++) {
            values.set((long) voxels[i / width] * width + i % width, rows[i]);
        }
    }

    private boolean isMissing(int v) {
        return Float.isNaN(values.at((long) v * width));
    }

    private int[] missing() {
        int n = 0;
        for (int v = 0; v < region.size(); v++) {
            n += isMissing(v) ? 1 : 0;
        }
        int[] missing = new int[n];
        for (int v = region.size() - 1; v >= 0; v--) {
            if (isMissing(v)) {
                missing[--n] = v;
            }
        }
        return missing;
    }

    /** The nearest voxel with a value, by cells; -1 where none has one. */
    private int nearest(int v) {
        int x = region.index(v, 0);
        int y = region.index(v, 1);
        int z = region.index(v, 2);
        var bricks = region.bricks();
        int farthest = Math.max(bricks.size(0), Math.max(bricks.size(1), bricks.size(2)));
        int nearest = -1;
        long least = Long.MAX_VALUE;
        for (long reach = 1; reach <= farthest && reach * reach <= least; reach++) {
            int r = (int) reach;
            for (int dz = -r; dz <= r; dz++) {
                for (int dy = -r; dy <= r; dy++) {
                    int step = Math.max(Math.abs(dz), Math.abs(dy)) == r ? 1 : 2 * r; // only the hull of the cube
                    for (int dx = -r; dx <= r; dx += step) {
                        int other = region.at(x + dx, y + dy, z + dz);
                        long square = (long) dx * dx + (long) dy * dy + (long) dz * dz;
                        if (other >= 0 && square < least && !isMissing(other)) {
                            least = square;
                            nearest = other;
                        }
                    }
                }
            }
        }
        return nearest;
    }

    private void mean(int v, double[] row, int at) {
        int n = 0;
        for (int f = 0; f < 6 && (isMean || n == 0); f++) {
            int other = region.neighbour(v, f);
            if (other >= 0 && !isMissing(other)) {
                n++;
                for (int c = 0; c < width; c++) {
                    row[at + c] += values.at((long) other * width + c);
                }
            }
        }
        for (int c = 0; c < width; c++) {
            row[at + c] = n == 0 ? Double.NaN : row[at + c] / n;
        }
    }
}
