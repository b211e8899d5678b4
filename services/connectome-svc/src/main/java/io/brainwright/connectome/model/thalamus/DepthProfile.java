package io.brainwright.connectome.model.thalamus;

import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How many synapses per volume one nucleus makes at each depth: disjoint bins, from the pia down.
 *
 * @param nucleus VPM or POm
 * @param bins where there are any
 */
public record DepthProfile(String nucleus, List<Bin> bins) {
    /**
     * One bin.
     *
     * @param top_um its upper border, depth below the pia
     * @param bottom_um its lower border
     * @param density_per_um3 synapses per volume
     */
    public record Bin(double top_um, double bottom_um, double density_per_um3) {}

    public DepthProfile {
        bins = List.copyOf(bins);
    }

    /**
     * @param recipe where the profile stands, under {@code thalamic}
     * @param sheet whose layers it speaks of
     */
    public static DepthProfile read(String nucleus, RecipeFile recipe, CorticalRecipe sheet) {
        var bins = new ArrayList<Bin>();
        var bands = recipe.tree().path("thalamic").path(nucleus);
        for (int b = 0; b < bands.size(); b++) {
            double bottom_um = depth_um(bands.get(b).path("bottom"), sheet);
            double top_um = depth_um(bands.get(b).path("top"), sheet);
            int n = bands.get(b).path("density_per_um3").path("value").size();
            double step_um = (bottom_um - top_um) / n;
            for (int i = 0; i < n; i++) {
                double density = recipe.number("thalamic.%s.%d.density_per_um3.%d".formatted(nucleus, b, i));
                bins.add(new Bin(bottom_um - (i + 1) * step_um, bottom_um - i * step_um, density));
            }
        }
        bins.sort(Comparator.comparingDouble(Bin::top_um));
        return new DepthProfile(nucleus, bins);
    }

    /** The bin that holds a depth; -1 where the nucleus makes no synapses. */
    public int binAt(double depth_um) {
        for (int i = 0; i < bins.size(); i++) {
            if (depth_um >= bins.get(i).top_um() && depth_um < bins.get(i).bottom_um()) {
                return i;
            }
        }
        return -1;
    }

    private static double depth_um(JsonNode place, CorticalRecipe sheet) {
        var layer = sheet.layer(place.get(0).asInt());
        return layer.bottom_um() - place.get(1).asDouble() * layer.thickness_um();
    }
}
