package io.brainwright.neuro.recipe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which stage builds from which number of which recipe. A number that nobody reads is kept in a recipe for the reader; putting another one
 * in its place changes nothing that is built.
 *
 * <p>Left away although a stage looks at them: shares of e-types, which must add to 1 and cannot be replaced one by one, and {@code
 * touch.reach_um}, which every plan states itself ({@code connectome.local.touch_distance_um}).
 */
public final class RecipeReaders {
    private static final Map<String, Map<Pattern, String>> READERS = new LinkedHashMap<>();

    static {
        READERS.put(
                "rat-nbs1",
                Map.of(
                        Pattern.compile("layers\\.\\d+\\.thickness_um|sheet\\.(radius_um|area_mm2|region_share)"),
                                "atlas",
                        Pattern.compile("mtypes\\.[^.]+\\.density_per_mm3\\.\\d+"), "placement",
                        Pattern.compile("layers\\.\\d+\\.(neurons_per_mm3|inhibitory_fraction)"), "placement"));
        READERS.put(
                "rat-nbs1-synapses",
                Map.of(
                        Pattern.compile("(?!touch\\.reach_um$)(touch|pruning|physiology)\\..+"), "connectome",
                        Pattern.compile("gap_junctions\\..+"), "connectome-gap"));
        READERS.put(
                "rat-vessels",
                Map.of(
                        Pattern.compile("(vessels|capillary|arteriole|venule)\\..+"), "placement-vessels",
                        Pattern.compile("endfeet\\..+"), "placement-endfeet",
                        Pattern.compile("tripartite\\..+"), "placement-wrapped"));
        READERS.put("mouse-brain", Map.of(Pattern.compile("regions\\..+"), "placement-brain"));
        READERS.put("rat-nbs1-electrical", Map.of(Pattern.compile(".+"), "sim"));
    }

    private RecipeReaders() {}

    /** The stage that builds from a number; empty where none does, or where the recipe has no such number. */
    public static Optional<String> of(String recipe, String path) {
        if (RecipeFile.open(recipe).values().stream().noneMatch(v -> v.path().equals(path))) {
            return Optional.empty();
        }
        return READERS.getOrDefault(recipe, Map.of()).entrySet().stream()
                .filter(reader -> reader.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
