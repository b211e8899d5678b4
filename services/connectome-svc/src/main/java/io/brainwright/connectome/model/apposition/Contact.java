package io.brainwright.connectome.model.apposition;

/**
 * One apposition: a bouton and the place that it faces.
 *
 * @param efferent the side of the axon
 * @param afferent the side of the target
 * @param axonPath_um path length along the axon from its soma
 * @param gap_um distance of the two surfaces, negative where they interpenetrate
 */
public record Contact(Site efferent, Site afferent, double axonPath_um, double gap_um) {}
