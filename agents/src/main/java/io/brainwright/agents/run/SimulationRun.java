package io.brainwright.agents.run;

import io.brainwright.proto.fabric.v1.DatasetRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One simulation with all that it stands on.
 *
 * @param setting variant, swept values, repeat
 * @param params parameters of sim.run under that setting
 * @param cells the placed cells
 * @param morphologies their shapes
 * @param synapses their synapses; null: not connected
 * @param simulation spikes and voltages
 */
public record SimulationRun(
        Setting setting,
        ObjectNode params,
        DatasetRef cells,
        DatasetRef morphologies,
        @Nullable DatasetRef synapses,
        DatasetRef simulation) {
    public SimulationRun {
        params = params.deepCopy();
    }

    /** A copy. */
    @Override
    public ObjectNode params() {
        return params.deepCopy();
    }
}
