package io.brainwright.sim.model.circuit;

import java.util.Map;

/**
 * Rates of spontaneous release: how often one contact is asked to release without a spike.
 *
 * @param excitatory_Hz of an excitatory contact on an excitatory cell, by the cell's layer; other layers: 0
 * @param onInhibitory_Hz of an excitatory contact on an inhibitory cell
 * @param inhibitory_Hz of an inhibitory contact
 */
public record MiniRates(Map<Integer, Double> excitatory_Hz, double onInhibitory_Hz, double inhibitory_Hz) {
    /** Nothing spontaneous. */
    public static final MiniRates NONE = new MiniRates(Map.of(), 0, 0);

    public MiniRates {
        excitatory_Hz = Map.copyOf(excitatory_Hz);
    }

    /** The rate of a contact on a cell. */
    double of_Hz(PlacedCell target, boolean excitatory) {
        if (!excitatory) {
            return inhibitory_Hz;
        }
        return target.synapse_class().equals("INH") ? onInhibitory_Hz : excitatory_Hz.getOrDefault(target.layer(), 0.0);
    }
}
