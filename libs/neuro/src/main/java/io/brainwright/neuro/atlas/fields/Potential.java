package io.brainwright.neuro.atlas.fields;

/**
 * The potential between white matter and pia.
 *
 * <pre>{@code
 *   ∇²φ = 0 inside,  φ = 0 on the lower face,  φ = 1 on the pia,  ∂φ/∂n = 0 on the sides
 * }</pre>
 *
 * Seven-point stencil; a face of a boundary lies half a voxel from the centre, so its neighbour weighs twice. Solved by successive
 * over-relaxation in the order of the voxels: the same numbers on every machine.
 */
final class Potential {
    static final byte INSIDE = 0;
    static final byte SIDE = 1;
    static final byte PIA = 2;
    static final byte BOTTOM = 3;

    private final LayeredRegion region;
    private final int[] neighbour; // 6 per voxel: -x +x -y +y -z +z
    private final byte[] face;
    private final double[] phi;
    private int sweeps;
    private double change;

    Potential(LayeredRegion region) {
        this.region = region;
        int n = region.size();
        neighbour = new int[6 * n];
        face = new byte[6 * n];
        phi = new double[n];
        int lowest = region.lowestLayer();
        var faces = new OuterFaces(region);
        for (int v = 0; v < n; v++) {
            phi[v] = 1 - (region.layer(v) + 0.5) / (lowest + 1);
            boolean looked = false;
            for (int f = 0; f < 6; f++) {
                int step = (f & 1) == 0 ? -1 : 1;
                int other = region.neighbour(v, f >> 1, step);
                neighbour[6 * v + f] = other;
                boolean outer = other < 0 && (region.layer(v) == 0 || region.layer(v) == lowest);
                if (outer && !looked) {
                    faces.lookFrom(v);
                    looked = true;
                }
                face[6 * v + f] = other >= 0 ? INSIDE : outer ? kind(faces, v, f >> 1, step) : SIDE;
            }
        }
    }

    private byte kind(OuterFaces faces, int v, int axis, int step) {
        if (region.isVolumeEdge(v, axis, step) || !faces.looksOut(axis, step)) {
            return SIDE;
        }
        return region.layer(v) == 0 ? PIA : BOTTOM;
    }

    /** Relaxes until no value changes by more than the tolerance in a sweep; at most {@code limit} sweeps. */
    void solve(double tolerance, int limit) {
        double[] w = new double[3];
        for (int a = 0; a < 3; a++) {
            w[a] = 1 / (region.edge_um(a) * region.edge_um(a));
        }
        double across = Math.cbrt(region.size()) / 2;
        double omega = 2 / (1 + Math.PI / Math.max(4, across));
        change = Double.MAX_VALUE;
        while (change > tolerance && sweeps < limit) {
            change = 0;
            for (int v = 0; v < phi.length; v++) {
                double sum = 0;
                double weight = 0;
                for (int f = 0; f < 6; f++) {
                    double wf = w[f >> 1];
                    switch (face[6 * v + f]) {
                        case INSIDE -> {
                            sum += wf * phi[neighbour[6 * v + f]];
                            weight += wf;
                        }
                        case PIA -> {
                            sum += 2 * wf;
                            weight += 2 * wf;
                        }
                        case BOTTOM -> weight += 2 * wf;
                        default -> {}
                    }
                }
                if (weight > 0) {
                    double step = omega * (sum / weight - phi[v]);
                    phi[v] += step;
                    change = Math.max(change, Math.abs(step));
                }
            }
            sweeps++;
        }
    }

    int sweeps() {
        return sweeps;
    }

    double lastChange() {
        return change;
    }

    double at(int v) {
        return phi[v];
    }

    byte face(int v, int f) {
        return face[6 * v + f];
    }

    int neighbour(int v, int f) {
        return neighbour[6 * v + f];
    }

    /** Voxels from which no path within the region leads to both faces: their potential has no gradient. */
    boolean[] unconnected() {
        boolean[] pia = reached(PIA);
        boolean[] bottom = reached(BOTTOM);
        boolean[] bad = new boolean[phi.length];
        for (int v = 0; v < bad.length; v++) {
            bad[v] = !pia[v] || !bottom[v];
        }
        return bad;
    }

    private boolean[] reached(byte kind) {
        boolean[] seen = new boolean[phi.length];
        int[] queue = new int[phi.length];
        int tail = 0;
        for (int v = 0; v < phi.length; v++) {
            for (int f = 0; f < 6; f++) {
                if (face[6 * v + f] == kind && !seen[v]) {
                    seen[v] = true;
                    queue[tail++] = v;
                }
            }
        }
        for (int head = 0; head < tail; head++) {
            for (int f = 0; f < 6; f++) {
                int other = neighbour[6 * queue[head] + f];
                if (other >= 0 && !seen[other]) {
                    seen[other] = true;
                    queue[tail++] = other;
                }
            }
        }
        return seen;
    }

    /** Unit vectors d = ∇φ / |∇φ| towards the pia, three per voxel. */
    float[] directions() {
        float[] d = new float[3 * phi.length];
        for (int v = 0; v < phi.length; v++) {
            double[] g = new double[3];
            for (int a = 0; a < 3; a++) {
                g[a] = slope(v, a);
            }
            double norm = Math.sqrt(g[0] * g[0] + g[1] * g[1] + g[2] * g[2]);
            for (int a = 0; a < 3; a++) {
                d[3 * v + a] = norm > 1e-12 ? (float) (g[a] / norm) : Float.NaN;
            }
        }
        return d;
    }

    /** Slope of φ along an axis at a voxel's centre, 1/um: through both neighbours, or one where a side wall stands. */
    private double slope(int v, int axis) {
        double h = region.edge_um(axis);
        double[] value = new double[2];
        double[] distance = new double[2];
        for (int s = 0; s < 2; s++) {
            int f = 2 * axis + s;
            switch (face[6 * v + f]) {
                case INSIDE -> {
                    value[s] = phi[neighbour[6 * v + f]];
                    distance[s] = h;
                }
                case PIA -> {
                    value[s] = 1;
                    distance[s] = h / 2;
                }
                case BOTTOM -> distance[s] = h / 2;
                default -> {}
            }
        }
        double back = distance[0] > 0 ? (phi[v] - value[0]) / distance[0] : Double.NaN;
        double ahead = distance[1] > 0 ? (value[1] - phi[v]) / distance[1] : Double.NaN;
        if (Double.isNaN(back) || Double.isNaN(ahead)) {
            return Double.isNaN(back) ? (Double.isNaN(ahead) ? 0 : ahead) : back;
        }
        return (back * distance[1] + ahead * distance[0]) / (distance[0] + distance[1]);
    }
}
