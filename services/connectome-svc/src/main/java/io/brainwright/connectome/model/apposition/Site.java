package io.brainwright.connectome.model.apposition;

import io.brainwright.connectome.model.tissue.Segments;

/**
 * One side of a contact, in SONATA's terms.
 *
 * @param section section id, 0 = soma
 * @param segment segment within the section
 * @param offset_um distance from the segment's start
 * @param sectionPos fraction along the section
 * @param sectionType 1 soma, 2 axon, 3 basal, 4 apical
 * @param centerX_um point on the neurite's axis
 * @param centerY_um point on the neurite's axis
 * @param centerZ_um point on the neurite's axis
 * @param surfaceX_um point on the neurite's surface
 * @param surfaceY_um point on the neurite's surface
 * @param surfaceZ_um point on the neurite's surface
 */
public record Site(
        int section,
        int segment,
        double offset_um,
        double sectionPos,
        byte sectionType,
        double centerX_um,
        double centerY_um,
        double centerZ_um,
        double surfaceX_um,
        double surfaceY_um,
        double surfaceZ_um) {
    /** The place at a fraction of a segment; its surface is not turned to anything yet. */
    public static Site on(Segments segments, int i, double fraction) {
        double[] at = new double[3];
        segments.at(i, fraction, at);
        double offset_um = fraction * segments.length_um(i);
        double section_um = segments.sectionLength_um(i);
        return new Site(
                segments.section(i),
                segments.segment(i),
                offset_um,
                section_um == 0 ? 0 : Math.min(1, (segments.start_um(i) + offset_um) / section_um),
                segments.type(i),
                at[0],
                at[1],
                at[2],
                at[0],
                at[1],
                at[2]);
    }

    /** Radius of the neurite here: from its axis to its surface. */
    public double radius_um() {
        return distance(surfaceX_um - centerX_um, surfaceY_um - centerY_um, surfaceZ_um - centerZ_um);
    }

    /** Distance of the axes of two sites. */
    private double centerDistance_um(Site other) {
        return distance(other.centerX_um - centerX_um, other.centerY_um - centerY_um, other.centerZ_um - centerZ_um);
    }

    /** The same site with its surface turned to another; along +y where the axes cross. */
    public Site facing(Site other, double radius_um) {
        double d = centerDistance_um(other);
        boolean crossing = d < 1e-9;
        return new Site(
                section,
                segment,
                offset_um,
                sectionPos,
                sectionType,
                centerX_um,
                centerY_um,
                centerZ_um,
                centerX_um + (crossing ? 0 : radius_um * (other.centerX_um - centerX_um) / d),
                centerY_um + (crossing ? radius_um : radius_um * (other.centerY_um - centerY_um) / d),
                centerZ_um + (crossing ? 0 : radius_um * (other.centerZ_um - centerZ_um) / d));
    }

    private static double distance(double dx, double dy, double dz) {
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
