package io.brainwright.connectome.model.apposition;

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
        double surfaceZ_um) {}
