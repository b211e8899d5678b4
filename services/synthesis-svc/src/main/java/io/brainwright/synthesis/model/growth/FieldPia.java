package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.atlas.ScalarVolume;
import io.brainwright.neuro.geometry.Quaternion;

/**
 * The pia of an atlas, however it is curved, by its signed distance: one trilinear look-up a step.
 *
 * <pre>{@code
 *   s(p) < 1 um:  n = -∇s / |∇s|,   u ← u - 1.2 (u·n) n
 * }</pre>
 *
 * Where the field tells nothing, far from the pia, it does not stand in the way.
 */
public final class FieldPia implements Pia {
    private static final double KEPT_UM = 1; // as under a flat pia
    private static final double BOUNCE = 1.2;
    private static final int TRIES = 4;

    private final ScalarVolume distance;
    private final double[] soma_um;
    private final Quaternion up;
    private final double[] place = new double[3];
    private final double[] normal = new double[3];
    private final double[] next = new double[3];

    /**
     * @param distance signed distance to the pia, positive in the tissue
     * @param soma_um place of the soma in the atlas
     * @param up turns the cell's +y to the pia
     */
    public FieldPia(ScalarVolume distance, double[] soma_um, Quaternion up) {
        this.distance = distance;
        this.soma_um = soma_um.clone();
        this.up = up.normalised();
    }

    @Override
    public void slide(double[] at, double[] move, double[] target, double[] direction) {
        for (int a = 0; a < 3; a++) {
            next[a] = at[a] + move[a];
        }
        double under_um = under_um(next);
        if (!(under_um < KEPT_UM)) {
            return; // in the tissue, or where nothing is known
        }
        outward(next);
        drop(move, BOUNCE);
        drop(target, 1);
        drop(direction, 1);
        for (int a = 0; a < 3; a++) {
            next[a] = at[a] + move[a];
        }
        settle(next);
        for (int a = 0; a < 3; a++) {
            move[a] = next[a] - at[a];
        }
    }

    @Override
    public void settle(double[] point) {
        for (int i = 0; i < TRIES; i++) {
            double under_um = under_um(point);
            if (!(under_um < 0)) {
                return;
            }
            outward(point);
            for (int a = 0; a < 3; a++) {
                point[a] += normal[a] * under_um;
            }
        }
    }

    /** Takes what points out of the tissue from a vector, times a factor. */
    private void drop(double[] v, double factor) {
        double out = v[0] * normal[0] + v[1] * normal[1] + v[2] * normal[2];
        if (out > 0) {
            for (int a = 0; a < 3; a++) {
                v[a] -= factor * out * normal[a];
            }
        }
    }

    private double under_um(double[] local) {
        toAtlas(local);
        return distance.value(place[0], place[1], place[2]);
    }

    /** Writes the unit vector out of the tissue, in the cell's frame. */
    private void outward(double[] local) {
        toAtlas(local);
        distance.gradient(place[0], place[1], place[2], normal);
        up.conjugate().rotate(-normal[0], -normal[1], -normal[2], place);
        double unit = 1 / Math.max(1e-9, Turns.norm(place));
        for (int a = 0; a < 3; a++) {
            normal[a] = place[a] * unit;
        }
    }

    private void toAtlas(double[] local) {
        up.rotate(local[0], local[1], local[2], place);
        for (int a = 0; a < 3; a++) {
            place[a] += soma_um[a];
        }
    }
}
