package io.brainwright.sim.model.cell;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.CableTree.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A section whose radius is linear between points, cut into compartments of equal length.
 *
 * <pre>{@code
 *   area = sum pi (r1 + r2) sqrt(l^2 + (r1 - r2)^2)        R = sum Ra l / (pi r1 r2)
 * }</pre>
 *
 * over the frustum pieces of a compartment (area) or of its halves (R); both are the exact values for a truncated cone.
 */
final class Frusta {
    private static final int MOST_STEPS = 50_000; // chosen: an axon of a metre, cut every 20 um

    private final double[] arc_um;
    private final double[] radius_um;
    private final double Ra_ohm_cm;

    /**
     * @param arc_um distance of each point along the section, from 0, not falling
     * @param radius_um radius at each point
     * @param Ra_ohm_cm axial resistivity
     */
    Frusta(double[] arc_um, double[] radius_um, double Ra_ohm_cm) {
        this.arc_um = arc_um;
        this.radius_um = radius_um;
        this.Ra_ohm_cm = Ra_ohm_cm;
    }

    double length_um() {
        return arc_um[arc_um.length - 1];
    }

    /** Compartments = 1 + 2 floor(L / step): an odd number, so that one lies in the middle. */
    List<Piece> pieces(double step_um) {
        double steps = length_um() / step_um;
        if (!(steps >= 0 && steps <= MOST_STEPS)) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "SECTION_TOO_LONG",
                    "A section of %s um cannot be cut every %s um.".formatted(length_um(), step_um),
                    "At most %d cuts are made in one section; look at its points.".formatted(MOST_STEPS),
                    Map.of("length_um", String.valueOf(length_um()), "step_um", String.valueOf(step_um)));
        }
        int count = 1 + 2 * (int) steps;
        double each_um = length_um() / count;
        var pieces = new ArrayList<Piece>(count);
        for (int c = 0; c < count; c++) {
            double from = c * each_um;
            double to = c == count - 1 ? length_um() : (c + 1) * each_um;
            double middle = (from + to) / 2;
            var first = sum(from, middle);
            var second = sum(middle, to);
            double diameter_um = (first[2] + second[2]) / (to - from);
            pieces.add(new Piece(first[0] + second[0], first[1], second[1], diameter_um, to - from));
        }
        return pieces;
    }

    /** Area (um2), resistance (Mohm) and integral of the diameter (um2) from one place to another. */
    private double[] sum(double from_um, double to_um) {
        var total = new double[3];
        for (int p = 0; p + 1 < arc_um.length; p++) {
            double a = Math.max(from_um, arc_um[p]);
            double b = Math.min(to_um, arc_um[p + 1]);
            if (b > a) {
                double l = b - a;
                double r1 = radius(p, a);
                double r2 = radius(p, b);
                total[0] += Math.PI * (r1 + r2) * Math.sqrt(l * l + (r1 - r2) * (r1 - r2));
                total[1] += 1e-2 * Ra_ohm_cm * l / (Math.PI * r1 * r2); // ohm cm / um = 1e-2 Mohm
                total[2] += (r1 + r2) * l;
            }
        }
        return total;
    }

    private double radius(int p, double arc) {
        double t = (arc - arc_um[p]) / (arc_um[p + 1] - arc_um[p]);
        return radius_um[p] + t * (radius_um[p + 1] - radius_um[p]);
    }
}
