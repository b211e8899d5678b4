package io.brainwright.neuro.morphometrics;

import io.brainwright.neuro.morphology.Morphology;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All features of the neurites of one type: lengths in um, areas in um2, volumes in um3, angles in rad.
 *
 * @param totals one number each: counts, total length, area, volume, greatest radial distance
 * @param values one list each, by the field's name of the feature
 * @param sholl crossings of spheres about the soma
 */
public record NeuriteFeatures(Map<String, Double> totals, Map<String, double[]> values, Sholl sholl) {
    static NeuriteFeatures of(Morphology cell, int type, double[] somaCentre) {
        var t = new Trees(cell, type);
        Map<String, double[]> values = new LinkedHashMap<>();
        SectionFeatures.of(t, values);
        ForkFeatures.of(t, values);
        Segments.of(t, values);
        values.put("section_taper_rates", t.each(s -> SectionFeatures.taper(t, s)));
        ForkFeatures.ofDiameters(t, values);
        Trunks.of(t, somaCentre, values);
        return new NeuriteFeatures(totals(t), values, Sholl.of(t, somaCentre));
    }

    private static Map<String, Double> totals(Trees t) {
        Map<String, Double> totals = new LinkedHashMap<>();
        totals.put("number_of_neurites", (double) t.roots.length);
        totals.put("number_of_sections", (double) t.sections.length);
        totals.put("number_of_bifurcations", count(t, 2, 2));
        totals.put("number_of_leaves", count(t, 0, 0));
        totals.put("number_of_forking_points", count(t, 2, Integer.MAX_VALUE));
        totals.put("total_length", Arrays.stream(t.each(s -> t.length_um[s])).sum());
        totals.put("total_area", Segments.area_um2(t));
        totals.put("total_volume", Segments.volume_um3(t));
        totals.put(
                "max_radial_distance",
                Arrays.stream(t.each(s -> SectionFeatures.radial_um(t, s)))
                        .max()
                        .orElse(Double.NaN));
        return totals;
    }

    private static double count(Trees t, int least, int most) {
        return Arrays.stream(t.sections)
                .filter(s -> t.children[s] >= least && t.children[s] <= most)
                .count();
    }
}
