package io.brainwright.placement.model.endfeet;

import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.recipe.RecipeFile;

/**
 * The numbers of end-feet, from the recipe {@code rat-vessels}.
 *
 * @param countMean feet of an astrocyte, before truncation
 * @param countSd their standard deviation
 * @param countMin least number
 * @param countMax largest number
 * @param areaMean_um2 area of a foot, before truncation
 * @param areaSd_um2 its standard deviation
 * @param areaMax_um2 largest area
 * @param sites_per_um places along a vessel where a foot may stand
 * @param leastAngle_deg between two feet of an astrocyte, seen from its soma
 * @param thickness_um of a foot
 */
public record EndfootRecipe(
        double countMean,
        double countSd,
        int countMin,
        int countMax,
        double areaMean_um2,
        double areaSd_um2,
        double areaMax_um2,
        double sites_per_um,
        double leastAngle_deg,
        double thickness_um) {

    public static EndfootRecipe of(RecipeFile file) {
        return new EndfootRecipe(
                file.number("endfeet.count_mean"),
                file.number("endfeet.count_sd"),
                (int) file.number("endfeet.count_min"),
                (int) file.number("endfeet.count_max"),
                file.number("endfeet.area_mean_um2"),
                file.number("endfeet.area_sd_um2"),
                file.number("endfeet.area_max_um2"),
                file.number("endfeet.sites_per_um"),
                file.number("endfeet.least_angle_deg"),
                file.number("endfeet.thickness_um"));
    }

    /** A normal draw, rounded, and drawn again until it lies in the range. */
    int count(Draws draws) {
        for (; ; ) {
            long n = Math.round(draws.normal(countMean, countSd));
            if (n >= countMin && n <= countMax) {
                return (int) n;
            }
        }
    }

    /** A normal draw, drawn again until it lies in the range. */
    double area_um2(Draws draws) {
        for (; ; ) {
            double area_um2 = draws.normal(areaMean_um2, areaSd_um2);
            if (area_um2 > 0 && area_um2 <= areaMax_um2) {
                return area_um2;
            }
        }
    }
}
