package io.brainwright.placement.model.vessels;

import io.brainwright.neuro.recipe.RecipeFile;

/**
 * The numbers that vessels are grown by, from the recipe {@code rat-vessels}, where each stands with its source.
 *
 * @param length_m_per_mm3 length of all vessels in a volume
 * @param capillary_um diameter of capillaries, mean
 * @param capillarySd_um its standard deviation between capillaries
 * @param capillaryLength_um wanted between two branch points
 * @param arteriole penetrating arterioles
 * @param venule ascending venules
 * @param offshoot_um distance between the capillaries that leave a penetrating vessel
 * @param free_um what a penetrating vessel keeps free of branch points about its wall
 */
public record VesselRecipe(
        double length_m_per_mm3,
        double capillary_um,
        double capillarySd_um,
        double capillaryLength_um,
        Penetrating arteriole,
        Penetrating venule,
        double offshoot_um,
        double free_um) {

    /**
     * Vessels that stand on the pia.
     *
     * @param perMm2 how many on an area of pia
     * @param top_um diameter at the pia
     * @param end_um diameter at the deep end
     * @param shortest_um least depth of the end
     * @param longest_um largest depth of the end
     */
    public record Penetrating(double perMm2, double top_um, double end_um, double shortest_um, double longest_um) {
        private static Penetrating of(RecipeFile file, String kind) {
            return new Penetrating(
                    file.number(kind + ".density_per_mm2"),
                    file.number(kind + ".top_diameter_um"),
                    file.number(kind + ".end_diameter_um"),
                    file.number(kind + ".shortest_um"),
                    file.number(kind + ".longest_um"));
        }
    }

    /** From the recipe, or from one with the scientist's own numbers in some places. */
    public static VesselRecipe of(RecipeFile file) {
        return new VesselRecipe(
                file.number("vessels.length_m_per_mm3"),
                file.number("capillary.diameter_um"),
                file.number("capillary.diameter_sd_um"),
                file.number("capillary.length_um"),
                Penetrating.of(file, "arteriole"),
                Penetrating.of(file, "venule"),
                file.number("vessels.offshoot_spacing_um"),
                file.number("vessels.free_margin_um"));
    }
}
