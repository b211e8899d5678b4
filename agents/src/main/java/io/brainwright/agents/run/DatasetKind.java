package io.brainwright.agents.run;

import java.util.Locale;

/** What a dataset of a circuit is, by the stage that made it. */
public enum DatasetKind {
    /** The voxelised region. */
    ATLAS("atlas", "atlas.region"),
    /** The placed cells. */
    CELLS("placement", "placement.cells"),
    /** The grown shapes. */
    MORPHOLOGIES("synthesis", "synthesis.dendrites"),
    /** The synapses between the cells. */
    SYNAPSES("connectome", "connectome.local"),
    /** The gap junctions between the cells. */
    GAP_JUNCTIONS("connectome-gap", "connectome.local"),
    /** Thalamic fibres and their synapses on the cells. */
    THALAMIC("connectome-thalamic", "connectome.thalamic"),
    /** The blood vessels of the column. */
    VESSELS("placement-vessels", "placement.vessels"),
    /** The end-feet of astrocytes on them. */
    ENDFEET("placement-endfeet", "placement.vessels"),
    /** The synapses that astrocytes wrap. */
    WRAPPED("placement-wrapped", "connectome.astrocytes"),
    /** Spikes and voltages of one run. */
    SIMULATION("sim", "sim.run");

    private final String stage;
    private final String action;

    DatasetKind(String stage, String action) {
        this.stage = stage;
        this.action = action;
    }

    /** Name of the stage, as the catalogue has it. */
    public String stage() {
        return stage;
    }

    /** The action that makes it. */
    public String action() {
        return action;
    }

    /** In words. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
