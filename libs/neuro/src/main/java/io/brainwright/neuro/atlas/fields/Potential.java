package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.fields.Scratch.Doubles;
import io.brainwright.neuro.atlas.fields.Scratch.Floats;
import java.util.BitSet;

/**
 * The potential between white matter and pia.
 *
 * <pre>{@code
 *   ∇²φ = 0 inside,  φ = 0 on the lower face,  φ = 1 on the pia,  ∂φ/∂n = 0 on the sides
 * }</pre>
 *
 * Seven-point stencil; a face of a boundary lies half a voxel from the centre, so its neighbour weighs twice. Solved by successive
 * over-relaxation in the order of the voxels: the same numbers on every machine. A large region starts from the solution on blocks of
 * four voxels.
 */
final class Potential {
    private static final int LARGE = 50_000; // chosen: voxels from which the coarse solution is worth its time

    private final LayeredRegion region;
    private final Faces faces;
    private final Doubles phi;
    private final double[] w = new double[3];
    private int sweeps;
    private double change;

    Potential(LayeredRegion region, Faces faces) {
        this.region = region;
        this.faces = faces;
        for (int a = 0; a < 3; a++) {
            w[a] = 1 / (region.edge_um(a) * region.edge_um(a));
        }
        phi = region.scratch().doubles(region.size());
        int lowest = region.lowestLayer();
        for (int v = 0; v < region.size(); v++) {
            phi.set(v, 1 - (region.layer(v) + 0.5) / (lowest + 1));
        }
    }

    /** Relaxes until no value changes by more than the tolerance in a sweep; at most {@code limit} sweeps. */
    void solve(double tolerance, int limit) {
        if (region.size() >= LARGE) {
            new CoarsePotential(region, faces, w).solve(tolerance, limit).spread(phi);
        }
        double omega = omega(region.size());
        change = Double.MAX_VALUE;
        while (change > tolerance && sweeps < limit) {
            change = 0;
            region.bricks().forEachStar((v, a, b, c, d) -> relax(v, a, b, c, d, omega));
            sweeps++;
        }
    }

    /** Over-relaxation for a region of so many cells. */
    static double omega(int cells) {
        return 2 / (1 + Math.PI / Math.max(4, Math.cbrt(cells) / 2));
    }

    private void relax(int v, int backY, int aheadY, int backZ, int aheadZ, double omega) {
        double sum;
        double weight;
        if (faces.isInner(v)) {
            sum = w[0] * (phi.at(v - 1) + phi.at(v + 1))
                    + w[1] * (phi.at(backY) + phi.at(aheadY))
                    + w[2] * (phi.at(backZ) + phi.at(aheadZ));
            weight = 2 * (w[0] + w[1] + w[2]);
        } else {
            sum = towards(v, 0, v - 1)
                    + towards(v, 1, v + 1)
                    + towards(v, 2, backY)
                    + towards(v, 3, aheadY)
                    + towards(v, 4, backZ)
                    + towards(v, 5, aheadZ);
            weight = weight(v);
        }
        if (weight > 0) {
            double step = omega * (sum / weight - phi.at(v));
            phi.set(v, phi.at(v) + step);
            change = Math.max(change, Math.abs(step));
        }
    }

    private double towards(int v, int side, int other) {
        return switch (faces.of(v, side)) {
            case Faces.INSIDE -> w[side >> 1] * phi.at(other);
            case Faces.PIA -> 2 * w[side >> 1];
            default -> 0;
        };
    }

    private double weight(int v) {
        double weight = 0;
        for (int f = 0; f < 6; f++) {
            int kind = faces.of(v, f);
            weight += kind == Faces.INSIDE ? w[f >> 1] : kind == Faces.SIDE ? 0 : 2 * w[f >> 1];
        }
        return weight;
    }

    private int neighbour(int v, int x, int y, int z, int side) {
        var bricks = region.bricks();
        return switch (side) {
            case 0 -> v - 1;
            case 1 -> v + 1;
            case 2 -> bricks.at(x, y - 1, z);
            case 3 -> bricks.at(x, y + 1, z);
            case 4 -> bricks.at(x, y, z - 1);
            default -> bricks.at(x, y, z + 1);
        };
    }

    int sweeps() {
        return sweeps;
    }

    double lastChange() {
        return change;
    }

    /** The potential in single precision, one number per voxel. */
    Floats values() {
        var values = region.scratch().floats(region.size());
        for (int v = 0; v < region.size(); v++) {
            values.set(v, phi.at(v));
        }
        return values;
    }

    /** Voxels from which no path within the region leads to both faces: their potential has no gradient. */
    BitSet unconnected() {
        var bad = new BitSet(region.size());
        bad.set(0, region.size());
        var both = reached(Faces.PIA);
        both.and(reached(Faces.BOTTOM));
        bad.andNot(both);
        return bad;
    }

    private BitSet reached(int kind) {
        var seen = new BitSet(region.size());
        var queue = region.scratch().ints(region.size());
        int tail = 0;
        for (int v = 0; v < region.size(); v++) {
            if (faces.any(v, kind)) {
                seen.set(v);
                queue.set(tail++, v);
            }
        }
        for (int head = 0; head < tail; head++) {
            for (int f = 0; f < 6; f++) {
                int other = region.neighbour(queue.at(head), f);
                if (other >= 0 && !seen.get(other)) {
                    seen.set(other);
                    queue.set(tail++, other);
                }
            }
        }
        return seen;
    }

    /** Unit vectors d = ∇φ / |∇φ| towards the pia, three per voxel. */
    Floats directions() {
        var d = region.scratch().floats(3L * region.size());
        region.bricks().forEach((v, x, y, z) -> {
            double gx = slope(v, x, y, z, 0);
            double gy = slope(v, x, y, z, 1);
            double gz = slope(v, x, y, z, 2);
            double norm = Math.sqrt(gx * gx + gy * gy + gz * gz);
            boolean flat = norm <= 1e-12;
            d.set(3L * v, flat ? Double.NaN : gx / norm);
            d.set(3L * v + 1, flat ? Double.NaN : gy / norm);
            d.set(3L * v + 2, flat ? Double.NaN : gz / norm);
        });
        return d;
    }

    /** Slope of φ along an axis at a voxel's centre, 1/um: through both neighbours, or one where a side wall stands. */
    private double slope(int v, int x, int y, int z, int axis) {
        double h = region.edge_um(axis);
        double[] value = new double[2];
        double[] distance = new double[2];
        for (int s = 0; s < 2; s++) {
            int f = 2 * axis + s;
            switch (faces.of(v, f)) {
                case Faces.INSIDE -> {
                    value[s] = phi.at(neighbour(v, x, y, z, f));
                    distance[s] = h;
                }
                case Faces.PIA -> {
                    value[s] = 1;
                    distance[s] = h / 2;
                }
                case Faces.BOTTOM -> distance[s] = h / 2;
                default -> {}
            }
        }
        double back = distance[0] > 0 ? (phi.at(v) - value[0]) / distance[0] : Double.NaN;
        double ahead = distance[1] > 0 ? (value[1] - phi.at(v)) / distance[1] : Double.NaN;
        if (Double.isNaN(back) || Double.isNaN(ahead)) {
            return Double.isNaN(back) ? (Double.isNaN(ahead) ? 0 : ahead) : back;
        }
        return (back * distance[1] + ahead * distance[0]) / (distance[0] + distance[1]);
    }
}
