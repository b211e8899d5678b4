package io.brainwright.connectome.model.apposition;

/** How wide a gap between an axon and a target cell may be bridged. */
public interface Reach {
    /**
     * Largest surface gap, um.
     *
     * @param target index of the target cell
     */
    double to_um(int target);
}
