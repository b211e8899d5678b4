package io.brainwright.placement.model.endfeet;

/**
 * One foot of an astrocyte on a vessel.
 *
 * @param astrocyte index of the astrocyte
 * @param segment index of the segment that it stands on
 * @param along its place along that segment, 0 to 1
 * @param surface place on the wall nearest to the soma, x y z in um
 * @param reach_um from the centre of the soma to that place
 * @param inDomain whether the place lies in the astrocyte's domain
 * @param wanted_um2 area that was drawn
 * @param area_um2 wall that it covers: less where others stand in the way
 * @param length_um length of vessel that it covers
 */
public record Endfoot(
        int astrocyte,
        int segment,
        double along,
        double[] surface,
        double reach_um,
        boolean inDomain,
        double wanted_um2,
        double area_um2,
        double length_um) {
    Endfoot covering(double covered_um2, double over_um) {
        return new Endfoot(astrocyte, segment, along, surface, reach_um, inDomain, wanted_um2, covered_um2, over_um);
    }
}
