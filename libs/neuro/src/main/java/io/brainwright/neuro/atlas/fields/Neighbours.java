package io.brainwright.neuro.atlas.fields;

/** Fills what is missing (NaN) from neighbours that have a value, ring after ring; what stands alone, from the nearest. */
final class Neighbours {
    private Neighbours() {}

    /**
     * @param values a row of {@code width} values per voxel; a row is missing where its first value is NaN
     */
    static void fill(LayeredRegion region, Potential potential, float[] values, int width) {
        int n = values.length / width;
        int missing = count(values, width);
        int before = Integer.MAX_VALUE;
        while (missing > 0 && missing < before) {
            before = missing;
            float[] old = values.clone();
            for (int v = 0; v < n; v++) {
                if (Float.isNaN(old[v * width])) {
                    mean(potential, v, old, values, width);
                }
            }
            missing = count(values, width);
        }
        float[] old = values.clone();
        for (int v = 0; v < n && missing > 0; v++) {
            if (Float.isNaN(old[v * width])) {
                int nearest = nearest(region, v, old, width);
                if (nearest >= 0) {
                    System.arraycopy(old, nearest * width, values, v * width, width);
                }
            }
        }
    }

    private static int nearest(LayeredRegion region, int v, float[] values, int width) {
        int nearest = -1;
        long least = Long.MAX_VALUE;
        for (int other = 0; other < region.size(); other++) {
            if (!Float.isNaN(values[other * width])) {
                long x = (long) region.index(other, 0) - region.index(v, 0);
                long y = (long) region.index(other, 1) - region.index(v, 1);
                long z = (long) region.index(other, 2) - region.index(v, 2);
                long square = x * x + y * y + z * z;
                if (square < least) {
                    least = square;
                    nearest = other;
                }
            }
        }
        return nearest;
    }

    private static int count(float[] values, int width) {
        int missing = 0;
        for (int v = 0; v < values.length; v += width) {
            missing += Float.isNaN(values[v]) ? 1 : 0;
        }
        return missing;
    }

    private static void mean(Potential potential, int v, float[] from, float[] to, int width) {
        double[] sum = new double[width];
        int n = 0;
        for (int f = 0; f < 6; f++) {
            int other = potential.neighbour(v, f);
            if (other >= 0 && !Float.isNaN(from[other * width])) {
                n++;
                for (int c = 0; c < width; c++) {
                    sum[c] += from[other * width + c];
                }
            }
        }
        for (int c = 0; c < width && n > 0; c++) {
            to[v * width + c] = (float) (sum[c] / n);
        }
    }
}
