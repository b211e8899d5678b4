package io.brainwright.neuro.atlas;

import io.brainwright.neuro.atlas.nrrd.NrrdHeader;
import io.brainwright.neuro.atlas.nrrd.NrrdReader;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.Map;

/**
 * A scalar field on a lattice, looked up anywhere: its value and its gradient at a place in um, between the eight voxel centres
 * around it. Only the box in which the volume has values is kept.
 *
 * <pre>{@code
 *   f(p) = Σ w_c f_c,   w_c = Π_a (1 - t_a or t_a),   t = share of the way between centres
 *   ∂f/∂x = Σ ∂w_c/∂x f_c / edge
 * }</pre>
 *
 * With a distance to the pia, the gradient is the unit vector away from the pia, into the tissue, up to the lattice's error.
 */
public final class ScalarVolume {
    private final NrrdHeader header;
    private final int[] low;
    private final int[] size;
    private final float[] values;

    private ScalarVolume(NrrdHeader header, int[] low, int[] size, float[] values) {
        this.header = header;
        this.low = low;
        this.size = size;
        this.values = values;
    }

    /** Reads a volume in two passes: the box of its values, then the values in it. */
    public static ScalarVolume read(Path file) {
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {-1, -1, -1};
        NrrdHeader header;
        try (var reader = new NrrdReader(file)) {
            header = reader.header();
            if (header.sizes().length != 3 || header.components() != 1) {
                throw unusable(file, "it has no single value per voxel of three axes");
            }
            int[] n = header.sizes();
            for (long i = 0; i < header.voxels(); i++) {
                if (!Double.isNaN(reader.next())) {
                    int[] at = {(int) (i % n[0]), (int) (i / n[0] % n[1]), (int) (i / n[0] / n[1])};
                    for (int a = 0; a < 3; a++) {
                        low[a] = Math.min(low[a], at[a]);
                        high[a] = Math.max(high[a], at[a]);
                    }
                }
            }
        }
        int[] size = {high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1};
        if (high[0] < 0) {
            throw unusable(file, "it has no value at all");
        }
        if ((long) size[0] * size[1] * size[2] > Integer.MAX_VALUE - 8) {
            throw unusable(file, "the box of its values has %s voxels".formatted((long) size[0] * size[1] * size[2]));
        }
        return new ScalarVolume(header, low, size, box(file, low, size));
    }

    private static float[] box(Path file, int[] low, int[] size) {
        float[] values = new float[size[0] * size[1] * size[2]];
        try (var reader = new NrrdReader(file)) {
            int[] n = reader.header().sizes();
            int at = 0;
            for (int z = 0; z < low[2] + size[2]; z++) {
                for (int y = 0; y < n[1]; y++) {
                    for (int x = 0; x < n[0]; x++) {
                        double value = reader.next();
                        boolean inside = z >= low[2]
                                && y >= low[1]
                                && y < low[1] + size[1]
                                && x >= low[0]
                                && x < low[0] + size[0];
                        if (inside) {
                            values[at++] = (float) value;
                        }
                    }
                }
            }
        }
        return values;
    }

    /** Value at a place; NaN where one of the voxels around has none. */
    public double value(double x_um, double y_um, double z_um) {
        return lookUp(x_um, y_um, z_um, -1);
    }

    /**
     * Writes the change of the value per um along x, y and z; NaN as {@link #value}.
     *
     * @param gradient_per_um room for three numbers
     */
    public void gradient(double x_um, double y_um, double z_um, double[] gradient_per_um) {
        for (int axis = 0; axis < 3; axis++) {
            gradient_per_um[axis] = lookUp(x_um, y_um, z_um, axis) / header.spacing_um()[axis];
        }
    }

    /** Value, or its difference across the cell along one axis. */
    private double lookUp(double x_um, double y_um, double z_um, int axis) {
        double px = place(x_um, 0);
        double py = place(y_um, 1);
        double pz = place(z_um, 2);
        int ix = (int) Math.floor(px);
        int iy = (int) Math.floor(py);
        int iz = (int) Math.floor(pz);
        double sum = 0;
        for (int c = 0; c < 8; c++) {
            double w = weight(px - ix, c & 1, axis == 0)
                    * weight(py - iy, c >> 1 & 1, axis == 1)
                    * weight(pz - iz, c >> 2, axis == 2);
            sum += w == 0 ? 0 : w * at(ix + (c & 1), iy + (c >> 1 & 1), iz + (c >> 2));
        }
        return sum;
    }

    private static double weight(double share, int upper, boolean isSlope) {
        return isSlope ? 2.0 * upper - 1 : upper == 0 ? 1 - share : share;
    }

    private double place(double um, int axis) {
        return (um - header.origin_um()[axis]) / header.spacing_um()[axis] - 0.5 - low[axis];
    }

    private double at(int x, int y, int z) {
        boolean outside = (x | y | z) < 0 || x >= size[0] || y >= size[1] || z >= size[2];
        return outside ? Double.NaN : values[x + size[0] * (y + size[1] * z)];
    }

    private static Problem unusable(Path file, String found) {
        return new Problem(
                Kind.INVALID,
                "FIELD_UNUSABLE",
                "%s cannot be looked up: %s.".formatted(file.getFileName(), found),
                "A volume of three axes with one number per voxel, such as pia_distance.nrrd.",
                Map.of("file", file.toString(), "found", found));
    }
}
