package io.brainwright.render.model.column;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.Morphology;

/**
 * A cell where it stands.
 *
 * @param node_id SONATA's id
 * @param x_um soma centre
 * @param y_um soma centre
 * @param z_um soma centre
 * @param orientation from the morphology's frame to the atlas's
 * @param layer cortical layer, 0 for none
 * @param mtype m-type
 * @param excitatory synapse class
 * @param morphology shape in its own frame
 * @param etype e-type, empty where it does not matter
 * @param region subregion, empty where it does not matter
 */
public record PlacedCell(
        long node_id,
        double x_um,
        double y_um,
        double z_um,
        Quaternion orientation,
        int layer,
        String mtype,
        boolean excitatory,
        Morphology morphology,
        String etype,
        String region) {
    /** A cell whose e-type and region do not matter. */
    public PlacedCell(
            long node_id,
            double x_um,
            double y_um,
            double z_um,
            Quaternion orientation,
            int layer,
            String mtype,
            boolean excitatory,
            Morphology morphology) {
        this(node_id, x_um, y_um, z_um, orientation, layer, mtype, excitatory, morphology, "", "");
    }
}
