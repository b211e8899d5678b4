package io.brainwright.sim.model.circuit;

import io.brainwright.neuro.geometry.Quaternion;

/**
 * One cell where placement put it.
 *
 * @param node_id its id
 * @param x_um soma, atlas frame
 * @param y_um soma, atlas frame
 * @param z_um soma, atlas frame
 * @param orientation rotates the morphology's +y axis to the local pia-ward axis
 * @param layer 1 to 6, 0 where it has none
 * @param mtype morphological type
 * @param etype electrical type
 * @param synapse_class "EXC" or "INH"
 */
public record PlacedCell(
        long node_id,
        double x_um,
        double y_um,
        double z_um,
        Quaternion orientation,
        int layer,
        String mtype,
        String etype,
        String synapse_class) {}
