package io.brainwright.placement.model.domains;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A convex polyhedron by its faces, each a loop of corners (x, y, z in um). Immutable; cut by half-spaces without voxels. */
public final class Polyhedron {
    private static final double THIN_um = 1e-9;

    private final List<double[]> faces;

    private Polyhedron(List<double[]> faces) {
        this.faces = faces;
    }

    /** The points {@code n·p ≤ c}; n of any length. */
    public record HalfSpace(double nx, double ny, double nz, double c) {
        double beyond(double[] p, int i) {
            return nx * p[i] + ny * p[i + 1] + nz * p[i + 2] - c;
        }
    }

    /** A cube about the origin's surroundings, from which others are cut. */
    public static Polyhedron cube(double[] centre, double half_um) {
        var faces = new ArrayList<double[]>();
        for (int axis = 0; axis < 3; axis++) {
            for (int side = -1; side <= 1; side += 2) {
                var loop = new double[12];
                for (int k = 0; k < 4; k++) {
                    double u = k == 0 || k == 3 ? -half_um : half_um;
                    double v = k < 2 ? -half_um : half_um;
                    loop[3 * k + axis] = centre[axis] + side * half_um;
                    loop[3 * k + (axis + 1) % 3] = centre[(axis + 1) % 3] + u;
                    loop[3 * k + (axis + 2) % 3] = centre[(axis + 2) % 3] + v;
                }
                faces.add(loop);
            }
        }
        return new Polyhedron(faces);
    }

    public boolean isEmpty() {
        return faces.isEmpty();
    }

    public int faces() {
        return faces.size();
    }

    /** What lies within a half-space; itself where nothing is cut off. */
    public Polyhedron cut(HalfSpace by) {
        double most = Double.NEGATIVE_INFINITY;
        for (var face : faces) {
            for (int i = 0; i < face.length; i += 3) {
                most = Math.max(most, by.beyond(face, i));
            }
        }
        if (most <= 0) {
            return this;
        }
        var kept = new ArrayList<double[]>();
        var rim = new ArrayList<double[]>();
        for (var face : faces) {
            var loop = inside(face, by, rim);
            if (loop.length >= 9) {
                kept.add(loop);
            }
        }
        var lid = lid(rim, by);
        if (lid.length >= 9) {
            kept.add(lid);
        }
        return new Polyhedron(kept.size() < 4 ? List.of() : kept);
    }

    private static double[] inside(double[] face, HalfSpace by, List<double[]> rim) {
        var out = new double[2 * face.length + 6];
        int n = 0;
        for (int i = 0; i < face.length; i += 3) {
            int j = (i + 3) % face.length;
            double a = by.beyond(face, i);
            double b = by.beyond(face, j);
            if (a <= 0) {
                System.arraycopy(face, i, out, n, 3);
                n += 3;
            }
            if (a == 0) {
                rim.add(Arrays.copyOfRange(face, i, i + 3));
            }
            if (a < 0 && b > 0 || a > 0 && b < 0) {
                var crossing = a < 0 ? between(face, i, j, a / (a - b)) : between(face, j, i, b / (b - a));
                System.arraycopy(crossing, 0, out, n, 3);
                n += 3;
                rim.add(crossing);
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** Always from the corner inside: both faces of an edge find the same point. */
    private static double[] between(double[] face, int in, int out, double t) {
        var p = new double[3];
        for (int k = 0; k < 3; k++) {
            p[k] = face[in + k] + t * (face[out + k] - face[in + k]);
        }
        return p;
    }

    /** The new face: the rim's points by their angle about its middle. */
    private static double[] lid(List<double[]> rim, HalfSpace by) {
        var middle = new double[3];
        for (var p : rim) {
            for (int k = 0; k < 3; k++) {
                middle[k] += p[k] / rim.size();
            }
        }
        double[] n = {by.nx(), by.ny(), by.nz()};
        double[] u = Math.abs(n[0]) <= Math.abs(n[1]) ? new double[] {0, -n[2], n[1]} : new double[] {n[2], 0, -n[0]};
        double[] v = cross(n, u);
        double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        var sorted = new ArrayList<>(rim);
        sorted.sort(Comparator.comparingDouble(p -> StrictMath.atan2(
                ((p[0] - middle[0]) * v[0] + (p[1] - middle[1]) * v[1] + (p[2] - middle[2]) * v[2]) / length,
                (p[0] - middle[0]) * u[0] + (p[1] - middle[1]) * u[1] + (p[2] - middle[2]) * u[2])));
        var loop = new double[3 * sorted.size()];
        int size = 0;
        for (var p : sorted) {
            if (size == 0 || apart(p, loop, size - 3) && apart(p, loop, 0)) {
                System.arraycopy(p, 0, loop, size, 3);
                size += 3;
            }
        }
        return Arrays.copyOf(loop, size);
    }

    private static boolean apart(double[] p, double[] loop, int i) {
        return Math.abs(p[0] - loop[i]) + Math.abs(p[1] - loop[i + 1]) + Math.abs(p[2] - loop[i + 2]) > THIN_um;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    /** Writes the centre of mass and returns the volume, um3: pyramids over the faces from a point inside. */
    public double mass(double[] centre) {
        double[] top = mean();
        var sum = new double[3];
        double volume = 0;
        for (var face : faces) {
            for (int i = 3; i + 3 < face.length; i += 3) {
                double[] a = {face[0] - top[0], face[1] - top[1], face[2] - top[2]};
                double[] b = {face[i] - top[0], face[i + 1] - top[1], face[i + 2] - top[2]};
                double[] c = {face[i + 3] - top[0], face[i + 4] - top[1], face[i + 5] - top[2]};
                double[] bc = cross(b, c);
                double part = Math.abs(a[0] * bc[0] + a[1] * bc[1] + a[2] * bc[2]) / 6;
                volume += part;
                for (int k = 0; k < 3; k++) {
                    sum[k] += part * (a[k] + b[k] + c[k]) / 4;
                }
            }
        }
        for (int k = 0; k < 3; k++) {
            centre[k] = top[k] + (volume > 0 ? sum[k] / volume : 0);
        }
        return volume;
    }

    public double volume_um3() {
        return mass(new double[3]);
    }

    private double[] mean() {
        var mean = new double[3];
        int n = 0;
        for (var face : faces) {
            n += face.length / 3;
        }
        for (var face : faces) {
            for (int i = 0; i < face.length; i++) {
                mean[i % 3] += face[i] / n;
            }
        }
        return mean;
    }

    /** Whether a point lies within it or on its border: on the inner side of every face. */
    public boolean holds(double x, double y, double z) {
        var p = new double[] {x, y, z};
        return !faces.isEmpty() && walls().stream().allMatch(wall -> wall.beyond(p, 0) <= 0);
    }

    /** The half-spaces of its faces, which it is the common part of. */
    public List<HalfSpace> walls() {
        double[] top = mean();
        var walls = new ArrayList<HalfSpace>();
        for (var f : faces) {
            double[] n = cross(
                    new double[] {f[3] - f[0], f[4] - f[1], f[5] - f[2]},
                    new double[] {f[6] - f[0], f[7] - f[1], f[8] - f[2]});
            double inner = n[0] * (top[0] - f[0]) + n[1] * (top[1] - f[1]) + n[2] * (top[2] - f[2]);
            double out = inner > 0 ? -1 : 1;
            walls.add(
                    new HalfSpace(out * n[0], out * n[1], out * n[2], out * (n[0] * f[0] + n[1] * f[1] + n[2] * f[2])));
        }
        return walls;
    }

    /** Scaled about a point. */
    public Polyhedron scaled(double[] about, double factor) {
        var out = new ArrayList<double[]>();
        for (var face : faces) {
            var loop = new double[face.length];
            for (int i = 0; i < face.length; i++) {
                loop[i] = about[i % 3] + factor * (face[i] - about[i % 3]);
            }
            out.add(loop);
        }
        return new Polyhedron(out);
    }

    /** Largest distance of a corner from a point. */
    public double reach_um(double[] from) {
        double most = 0;
        for (var face : faces) {
            for (int i = 0; i < face.length; i += 3) {
                double dx = face[i] - from[0];
                double dy = face[i + 1] - from[1];
                double dz = face[i + 2] - from[2];
                most = Math.max(most, dx * dx + dy * dy + dz * dz);
            }
        }
        return Math.sqrt(most);
    }

    /** Its corners, x y z each, every one once: it is their convex hull. */
    public float[] corners() {
        var seen = new ArrayList<double[]>();
        for (var face : faces) {
            for (int i = 0; i < face.length; i += 3) {
                var p = Arrays.copyOfRange(face, i, i + 3);
                if (seen.stream().allMatch(q -> apart(p, q, 0))) {
                    seen.add(p);
                }
            }
        }
        var out = new float[3 * seen.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) seen.get(i / 3)[i % 3];
        }
        return out;
    }

    /** Where it meets a plane: the loop's corners; empty where it does not. */
    public double[] slice(HalfSpace plane) {
        var rim = new ArrayList<double[]>();
        for (var face : faces) {
            inside(face, plane, rim);
        }
        return rim.size() < 3 ? new double[0] : lid(rim, plane);
    }
}
