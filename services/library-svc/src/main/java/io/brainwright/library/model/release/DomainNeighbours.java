package io.brainwright.library.model.release;

/**
 * Which astrocyte lies behind a face of a micro-domain. Domains are cells of a power tessellation, scaled by s about their centre of mass
 * (docs/science/glia.md): shrunk by s, a corner of a face towards j is as far, by power, from i as from j.
 *
 * <pre>{@code
 *   |p - x_i|² - r_i² = |p - x_j|² - r_j²
 * }</pre>
 */
public final class DomainNeighbours {
    /** Where no astrocyte lies behind: the tissue's border. */
    public static final int WALL = -1;
    /** A face is parallel to the plane of equal power within this; corners are floats. */
    private static final double PARALLEL_um = 0.05;

    private final double[][] centres;
    private final double[] radius_um;

    /**
     * @param centres x, y, z of the somata, um
     * @param radius_um of each
     */
    public DomainNeighbours(double[][] centres, double[] radius_um) {
        this.centres = centres;
        this.radius_um = radius_um;
    }

    /**
     * @param domain index of an astrocyte
     * @param corners x, y, z of its domain's corners, um
     * @param triangles of the domain's surface
     * @param scale s
     * @return for each triangle the index of the astrocyte behind it, or {@link #WALL}
     */
    public int[] of(int domain, float[] corners, int[][] triangles, double scale) {
        double[] centre = centreOfMass(corners, triangles);
        var tile = new double[corners.length];
        for (int i = 0; i < tile.length; i++) {
            tile[i] = centre[i % 3] + (corners[i] - centre[i % 3]) / scale;
        }
        double near_um = PARALLEL_um + shift_um(corners, scale);
        var behind = new int[triangles.length];
        for (int t = 0; t < behind.length; t++) {
            behind[t] = behind(domain, tile, triangles[t], near_um);
        }
        return behind;
    }

    /**
     * How far a shrunk face may lie from its place: a domain that is cut at the border has its centre of mass elsewhere than its tile, by half of
     * what was cut off at most.
     */
    private static double shift_um(float[] corners, double scale) {
        double extent_um = 0;
        for (int k = 0; k < 3; k++) {
            double low = corners[k];
            double high = corners[k];
            for (int i = k; i < corners.length; i += 3) {
                low = Math.min(low, corners[i]);
                high = Math.max(high, corners[i]);
            }
            extent_um = Math.max(extent_um, high - low);
        }
        return (1 - 1 / scale) * (scale - 1) * extent_um / 2;
    }

    private int behind(int domain, double[] tile, int[] triangle, double near_um) {
        double least_um = near_um;
        int found = WALL;
        for (int other = 0; other < centres.length; other++) {
            if (other == domain) {
                continue;
            }
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int corner : triangle) {
                double beyond_um = beyond_um(domain, other, tile, 3 * corner);
                low = Math.min(low, beyond_um);
                high = Math.max(high, beyond_um);
            }
            double off_um = Math.max(Math.abs(low), Math.abs(high));
            if (high - low < PARALLEL_um && off_um < least_um) {
                least_um = off_um;
                found = other;
            }
        }
        return found;
    }

    /** How far a point lies beyond the plane of equal power between two somata, seen from the first. */
    private double beyond_um(int one, int other, double[] points, int p) {
        double apart = 0;
        double difference = 0;
        for (int k = 0; k < 3; k++) {
            double a = points[p + k] - centres[one][k];
            double b = points[p + k] - centres[other][k];
            difference += a * a - b * b;
            apart += (centres[one][k] - centres[other][k]) * (centres[one][k] - centres[other][k]);
        }
        difference += radius_um[other] * radius_um[other] - radius_um[one] * radius_um[one];
        return difference / (2 * Math.sqrt(apart));
    }

    private static double[] centreOfMass(float[] corners, int[][] triangles) {
        var sum = new double[3];
        double volume = 0;
        for (var t : triangles) {
            var m = new double[3][3];
            for (int row = 0; row < 3; row++) {
                for (int k = 0; k < 3; k++) {
                    m[row][k] = (double) corners[3 * t[row] + k] - corners[k];
                }
            }
            double part = m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                    - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                    + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
            volume += part;
            for (int k = 0; k < 3; k++) {
                sum[k] += part * (m[0][k] + m[1][k] + m[2][k]) / 4;
            }
        }
        var centre = new double[3];
        for (int k = 0; k < 3; k++) {
            centre[k] = corners[k] + (volume == 0 ? 0 : sum[k] / volume);
        }
        return centre;
    }
}
