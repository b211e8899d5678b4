package io.brainwright.render.model.lod;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.render.model.lod.CompartmentIndex.Spot;
import java.util.List;

/**
 * A section as it is drawn: kept points, and where along it one compartment gives way to the next.
 *
 * <p>Compartments of a section are met at the middle between their centres. The stub in the axon's place lies along the axon's
 * first stretch, by path distance from the soma.
 */
final class Route {
    /**
     * A stretch that one compartment covers.
     *
     * @param end_um where it ends, from the section's beginning
     * @param row its row of the report, or -1 for a stretch that was not recorded
     */
    record Stretch(double end_um, int row) {}

    private Route() {}

    /** Stretches of a section that was recorded. */
    static List<Stretch> recorded(List<Spot> spots, double length_um) {
        var stretches = new java.util.ArrayList<Stretch>();
        for (int i = 0; i < spots.size(); i++) {
            boolean last = i == spots.size() - 1;
            double end = last ? 1 : (spots.get(i).pos() + spots.get(i + 1).pos()) / 2;
            stretches.add(new Stretch(
                    last ? Double.POSITIVE_INFINITY : end * length_um,
                    spots.get(i).row()));
        }
        return stretches;
    }

    /**
     * Stretches of an axon's section: the stub's compartments as far as it reaches, then nothing that was recorded.
     *
     * @param path_um path distance of the section's beginning from the soma
     */
    static List<Stretch> axon(List<Spot> stub, double path_um) {
        var stretches = new java.util.ArrayList<Stretch>();
        double end_um = -path_um;
        for (var spot : stub) {
            end_um += spot.length_um();
            if (end_um > 0) {
                stretches.add(new Stretch(end_um, spot.row()));
            }
        }
        stretches.add(new Stretch(Double.POSITIVE_INFINITY, -1));
        return stretches;
    }

    /** Path distance from the soma of each section's beginning, um. */
    static double[] paths_um(Morphology m) {
        var paths = new double[m.sectionCount()];
        for (int s = 1; s < paths.length; s++) {
            int parent = m.parent(s);
            paths[s] = parent <= 0 ? 0 : paths[parent] + m.length_um(parent);
        }
        return paths;
    }
}
