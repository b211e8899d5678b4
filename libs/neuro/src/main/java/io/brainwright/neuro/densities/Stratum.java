package io.brainwright.neuro.densities;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer of a region, or a region without layers: which types of cells it holds, how densely, and to which class each belongs.
 *
 * @param name of the layer, e.g. "4"; "" for a region without layers
 * @param thickness_um of the layer; above 0
 * @param densities of the types
 */
public record Stratum(String name, double thickness_um, List<Type> densities) {
    /**
     * A type of cells.
     *
     * @param name m-type or marker
     * @param group the class that it is a part of: "EXC", "INH"
     * @param density_per_mm3 0 or more
     */
    public record Type(String name, String group, double density_per_mm3) {}

    /** @throws Problem INVALID where a density is negative or no number, or the layer has no volume */
    public Stratum {
        densities = List.copyOf(densities);
        var faults = new ArrayList<FieldFault>();
        if (!(thickness_um > 0 && Double.isFinite(thickness_um))) {
            faults.add(new FieldFault(
                    "thickness_um",
                    "of %s is %s; a layer without volume holds no cells.".formatted(said(name), thickness_um)));
        }
        for (var type : densities) {
            if (!(type.density_per_mm3 >= 0 && Double.isFinite(type.density_per_mm3))) {
                faults.add(new FieldFault(
                        "density_per_mm3",
                        "of %s in %s is %s; give 0 or more.".formatted(type.name, said(name), type.density_per_mm3)));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("This composition cannot be.", faults);
        }
    }

    /** Cells per mm3 of each class. */
    public Map<String, Double> groups() {
        var sums = new LinkedHashMap<String, Double>();
        densities.forEach(t -> sums.merge(t.group, t.density_per_mm3, Double::sum));
        return sums;
    }

    /** Cells per mm3 of all classes. */
    public double total_per_mm3() {
        return densities.stream().mapToDouble(Type::density_per_mm3).sum();
    }

    private static String said(String name) {
        return name.isEmpty() ? "the region" : "layer " + name;
    }
}
