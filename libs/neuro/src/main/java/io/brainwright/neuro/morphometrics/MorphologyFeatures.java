package io.brainwright.neuro.morphometrics;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The features of one cell.
 *
 * @param somaCentre_um x, y, z of the soma's centre: the mean of its points
 * @param somaRadius_um its radius
 * @param neurites features by type: "axon", "basal_dendrite", "apical_dendrite"; only types that the cell has
 */
public record MorphologyFeatures(double[] somaCentre_um, double somaRadius_um, Map<String, NeuriteFeatures> neurites) {
    /** Measures a cell. */
    public static MorphologyFeatures of(Morphology cell) {
        double[] centre = centre(cell);
        Map<String, NeuriteFeatures> neurites = new LinkedHashMap<>();
        for (byte type : new byte[] {SectionType.AXON, SectionType.BASAL, SectionType.APICAL}) {
            if (has(cell, type)) {
                neurites.put(SectionType.name(type).replace(' ', '_'), NeuriteFeatures.of(cell, type, centre));
            }
        }
        return new MorphologyFeatures(centre, cell.somaRadius_um(), neurites);
    }

    private static boolean has(Morphology cell, int type) {
        for (int s = 1; s < cell.sectionCount(); s++) {
            if (cell.type(s) == type) {
                return true;
            }
        }
        return false;
    }

    private static double[] centre(Morphology cell) {
        double[] sum = new double[3];
        int n = cell.end(0);
        for (int p = 0; p < n; p++) {
            sum[0] += cell.x(p);
            sum[1] += cell.y(p);
            sum[2] += cell.z(p);
        }
        return new double[] {sum[0] / n, sum[1] / n, sum[2] / n};
    }
}
